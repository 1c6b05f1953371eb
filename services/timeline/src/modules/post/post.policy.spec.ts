import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '@heya/service-common/id';
import { raisedBy, bodyLength, draftProblems, excerptOf, fingerprint, type Parent, type PostDraft, replyProblems } from './post.policy.ts';

const now = new Date('2026-11-22T12:00:00Z');
const draft: PostDraft = {
  idempotencyKey: newId(),
  roomId: newId(),
  audience: 'CARE_TEAM',
  importance: 'NORMAL',
  kind: 'NOTE',
  body: '朝食は全量。',
};
const codes = (change: Partial<PostDraft>) => draftProblems({ ...draft, ...change }, now).map(({ code, field }) => [code, field?.at(-1)]);
const vitals = { takenAt: now, measurements: [{ kind: 'PULSE', value: 72 } as const] };

test('a note with words passes', () => expect(codes({})).toEqual([]));

test.each<[string, Partial<PostDraft>, unknown[]]>([
  ['nothing', { body: null }, [['BLANK', 'body']]],
  ['white space, full-width too', { body: ' \n\u3000' }, [['BLANK', 'body']]],
  ['values without words', { body: '', vitals, kind: 'VITALS' }, []],
  ['a record of values without values', { kind: 'VITALS' }, [['BLANK', 'vitals']]],
  ['as long as allowed', { body: 'あ'.repeat(bodyLength) }, []],
  ['too long', { body: 'あ'.repeat(bodyLength + 1) }, [['TOO_LONG', 'body']]],
  ['R21', { body: '番号は 1234-5678-9018 です' }, [['MY_NUMBER_NOT_ALLOWED', 'body']]],
  ['R21 full-width', { body: '１２３４５６７８９０１８' }, [['MY_NUMBER_NOT_ALLOWED', 'body']]],
  ['another kind of key', { idempotencyKey: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, [['INVALID', 'idempotencyKey']]],
  ['the future', { observedAt: new Date('2026-11-22T12:05:01Z') }, [['INVALID', 'observedAt']]],
  ['long ago', { observedAt: new Date('2025-11-20T12:00:00Z') }, [['INVALID', 'observedAt']]],
])('%s', (_name, change, expected) => expect(codes(change)).toEqual(expected));

test('a retry has the same fingerprint whatever the order of its fields; another content has not', () => {
  const reordered = Object.fromEntries(Object.entries(draft).reverse()) as unknown as PostDraft;
  expect(fingerprint({ ...reordered, observedAt: null, idempotencyKey: newId() })).toBe(fingerprint(draft));
  expect(fingerprint({ ...draft, vitals: { ...vitals, confirmImplausible: true } })).toBe(fingerprint({ ...draft, vitals }));
  fc.assert(
    fc.property(fc.string(), (body) => {
      fc.pre(body !== draft.body);
      expect(fingerprint({ ...draft, body })).not.toBe(fingerprint(draft));
    }),
  );
  expect(fingerprint({ ...draft, audience: 'EVERYONE' })).not.toBe(fingerprint(draft));
  expect(fingerprint({ ...draft, vitals })).not.toBe(fingerprint(draft));
});

test('an excerpt is one line, never longer than asked, and never half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('あ', '𠮷', 'a', ' ', '\n', '\u3000', '👩‍⚕️'), maxLength: 200 }),
      fc.integer({ min: 1, max: 100 }),
      (body, length) => {
        const excerpt = excerptOf(body, length);
        expect([...excerpt].length).toBeLessThanOrEqual(length);
        expect(excerpt).not.toContain('\n');
        expect(excerpt.isWellFormed()).toBe(true);
      },
    ),
  );
  expect(excerptOf('一行目\n二行目', 90)).toBe('一行目 二行目');
  expect(excerptOf('あいうえお', 3)).toBe('あい…');
});

test('answer upon answer, a circle never grows; nothing is said to another room or to what was taken back', () => {
  const reply = fc.record({
    to: fc.nat({ max: 30 }),
    audience: fc.constantFrom('CARE_TEAM' as const, 'EVERYONE' as const),
    roomId: fc.constantFrom('here', 'there'),
    isRetracted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.constantFrom('CARE_TEAM' as const, 'EVERYONE' as const), fc.array(reply, { maxLength: 30 }), (first, replies) => {
      const posts: (Parent & { circles: string[] })[] = [{ roomId: 'here', audience: first, isRetracted: false, circles: [first] }];
      for (const { to, audience, roomId, isRetracted } of replies) {
        const parent = posts[to];
        const problems = replyProblems({ roomId, audience }, parent ?? null).map(({ code }) => code);
        if (problems.length === 0 && parent) posts.push({ roomId, audience, isRetracted, circles: [...parent.circles, audience] });
        const isAsIs = parent?.roomId === roomId && !parent.isRetracted && (parent.audience === 'EVERYONE' || audience === 'CARE_TEAM');
        expect(problems.length === 0).toBe(isAsIs);
      }
      // Once among the care team, always.
      for (const { circles } of posts) expect(circles.toSorted((a, b) => (a === b ? 0 : a === 'EVERYONE' ? -1 : 1))).toEqual(circles);
    }),
  );
});

test('a value beyond its alert makes its post important, and never less so (R24)', () => {
  const flags = ['NORMAL', 'LOW', 'HIGH', 'CRITICAL_LOW', 'CRITICAL_HIGH', undefined] as const;
  const values = flags.map((worstFlag) => worstFlag && { worstFlag, alerts: [] });
  expect(values.map((each) => raisedBy(each, 'NORMAL'))).toEqual(['NORMAL', 'NORMAL', 'NORMAL', 'IMPORTANT', 'IMPORTANT', 'NORMAL']);
  expect(raisedBy({ worstFlag: 'NORMAL', alerts: ['FALL'] }, 'NORMAL')).toBe('IMPORTANT');
  for (const each of values) for (const importance of ['IMPORTANT', 'URGENT'] as const) expect(raisedBy(each, importance)).toBe(importance);
});
