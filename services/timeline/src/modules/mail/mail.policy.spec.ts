import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, transportOf } from './mail.door.ts';
import { addressProblem, inJapan, nextCodeAt, nextMailTry, readAddress, readCode } from './mail.policy.ts';

describe('an address', () => {
  it('is read as it is typed on a phone', () => {
    expect(readAddress('　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ ')).toBe('hanako@example.jp');
  });

  it.each(['hanako@example.jp', "o'hara+heya@mail.example.co.jp", 'old..style.@docomo.ne.jp'])('%s is one', (address) => {
    expect(addressProblem(address)).toBeUndefined();
  });

  it.each([
    ['', 'BLANK'],
    ['hanako', 'INVALID'],
    ['hanako@example', 'INVALID'],
    ['a@b.jp,c@d.jp', 'INVALID'],
    ['"a"@example.jp', 'INVALID'],
    ['Hanako<a@example.jp>', 'INVALID'],
    [`${'a'.repeat(65)}@example.jp`, 'INVALID'],
    [`a@${'b.'.repeat(130)}jp`, 'INVALID'],
    ['123456789018@example.jp', 'MY_NUMBER_NOT_ALLOWED'],
  ])('%s is none', (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });

  it('never holds what ends a line or names a second mailbox', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('\r', '\n', ',', '<', '>', ';', ' ', '\0', '"'), (text, sign) => {
        expect(addressProblem(`${text}${sign}@example.jp`)).toBeDefined();
      }),
    );
  });
});

describe('a code', () => {
  it('is read with full-width digits, spaces and hyphens', () => {
    expect([readCode(' １２３ ４５６'), readCode('123-456')]).toEqual(['123456', '123456']);
  });

  it('is sent five times an hour and ten times a day at most', () => {
    const now = new Date('2026-11-24T10:00:00Z');
    const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
    expect(nextCodeAt([1, 2, 3, 4].map(ago), now)).toBeUndefined();
    expect(nextCodeAt([1, 2, 3, 4, 50].map(ago), now)).toEqual(new Date(now.getTime() + 10 * 60_000));
    const spread = [61, 120, 180, 240, 300, 360, 420, 480, 540].map(ago);
    expect(nextCodeAt(spread, now)).toBeUndefined();
    expect(nextCodeAt([...spread, ago(600)], now)).toEqual(new Date(now.getTime() + 14 * 3_600_000));
  });
});

it('the day begins at midnight in Japan', () => {
  expect(inJapan(new Date('2026-11-23T15:00:00Z'))).toEqual({ day: '2026-11-24', minute: '00:00' });
});

it('a server that is down is asked ever more seldom, four hours apart at most', () => {
  const now = new Date(0);
  expect([1, 2, 3, 6, 20].map((attempts) => nextMailTry(attempts, now).getTime() / 1000)).toEqual([30, 120, 480, 14_400, 14_400]);
});

describe('a server', () => {
  it.each(['smtp://localhost:2525', 'smtp://127.0.0.1', 'smtp://[::1]'])('%s on this machine may speak plainly', (url) => {
    expect(transportOf(new URL(url))).toMatchObject({ ignoreTLS: true });
  });

  it.each(['smtp://mail.example.jp', 'smtp://10.0.0.1', 'smtp://localhost.example.jp', 'smtps://mail.example.jp'])(
    '%s only by TLS',
    (url) => {
      expect(transportOf(new URL(url))).toMatchObject({ requireTLS: true });
    },
  );

  it('is told name and password as they were meant', () => {
    expect(transportOf(new URL('smtps://a%40b:c%2Fd@mail.example.jp'))).toMatchObject({
      port: 465,
      secure: true,
      auth: { user: 'a@b', pass: 'c/d' },
    });
  });

  it.each([
    ['RCPT TO', 550, 'REFUSED'],
    ['RCPT TO', 552, 'LATER'],
    ['RCPT TO', 450, 'LATER'],
    ['DATA', 554, 'LATER'],
    ['AUTH', 535, 'LATER'],
    ['CONN', undefined, 'LATER'],
  ])('that answers %s with %s: %s', (command, responseCode, outcome) => {
    expect(outcomeOf({ command, ...(responseCode && { responseCode }) })).toBe(outcome);
  });
});
