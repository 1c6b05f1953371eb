import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessPassword } from './password-guess.ts';
import { isChangeSuggested, judgePassword } from './password.policy.ts';

const ownWords = ['sato-0042', '佐藤 健一', 'サトウ ケンイチ', 'わかば診療所', 'ワカバ'];
const own = { words: ownWords, birthDate: '1985-04-07' };
const judge = (password: string, hasSecondFactor = true) =>
  judgePassword(password, { hasSecondFactor, own }, guessPassword(password, ownWords));

test('with a second factor eight mixed characters, without fifteen (V10, R5)', () => {
  expect(judge('vQ7#mz2')).toBe('TOO_SHORT');
  expect(judge('vQ7#mz2p')).toBeUndefined();
  expect(judge('vQ7#mz2pLw9!xr', false)).toBe('TOO_SHORT');
  expect(judge('lantern orchard', false)).toBeUndefined();
  expect(judge('qzkwmvtr')).toBe('NOT_MIXED');
});

test('our own name with a year, what has leaked, and what others know of a person are refused', () => {
  for (const known of ['heya2026', 'Heya2026!', 'へや20261122', 'password1!', 'Password2026', 'qwerty12345'])
    expect([known, judge(known)]).toEqual([known, 'KNOWN']);
  for (const own of ['sato-0042', 'SATO-0042!', '佐藤 健一1985', 'ｹﾝｲﾁ19850401', 'sato12345'])
    expect([own, judge(own)]).toEqual([own, 'OWN_WORD']);
  for (const typed of ['SatoKenichi!1', 'keniti_satou85', 'wakaba!2026']) expect([typed, judge(typed)]).toEqual([typed, 'OWN_WORD']);
  for (const day of ['19850407', '1985/04/07a', 'kq850407zx', 'S60.04.07!', '昭和600407さ', '07041985xy', 'わかば診療所2026'])
    expect([day, judge(`${day}#Q`)]).toEqual([day, 'OWN_WORD']);
  expect(judge('tulip 850407 granite meadow')).toBeUndefined();
  for (const easy of ['aaaaaaaaaaaaaaaa', '1qaz2wsx3edc4rfv', 'abcabcabcabcabc'])
    expect([easy, judge(easy)]).not.toEqual([easy, undefined]);
});

test('long ones, Japanese ones and sentences are welcome', () => {
  expect(judge('春はあけぼの、やうやう白くなりゆく山ぎは')).toBeUndefined();
  expect(judge('lantern orchard velvet compass thunder meadow quartz harbor ribbon cedar falcon')).toBeUndefined();
  expect(judge('x'.repeat(257))).toBe('TOO_LONG');
});

test('how it is typed does not matter: full-width is half-width', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{1,30}$/), (plain) => {
      const wide = [...plain].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');
      return (
        judgePassword(plain, { hasSecondFactor: true, own }, { score: 4, leaked: false }) ===
        judgePassword(wide, { hasSecondFactor: true, own }, { score: 4, leaked: false })
      );
    }),
    { numRuns: 200 },
  );
});

test('a word after three months, and only where nothing else protects the account (V11)', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const suggested = (days: number, hasSecondFactor: boolean) =>
    isChangeSuggested({ changedAt: new Date(now.getTime() - days * 86_400_000), hasSecondFactor }, now);
  expect([89, 91, 400].map((days) => suggested(days, false))).toEqual([false, true, true]);
  expect([89, 91, 400].map((days) => suggested(days, true))).toEqual([false, false, false]);
});
