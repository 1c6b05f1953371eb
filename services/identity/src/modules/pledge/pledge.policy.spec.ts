import { newId, person } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can, debtOf, isSameName, problemsOf, textsUntil, modelDistrict } from './pledge.policy.ts';

const districtId = newId();
const text = (id: string, validFrom: string, blocksFrom: string | null = null, owner = districtId) => ({
  ...{ id, validFrom, blocksFrom, districtId: owner },
  publishedAt: new Date('2026-01-01T00:00:00Z'),
});
const model = text('model', '2026-01-01', null, modelDistrict);
const first = text('first', '2026-03-01', '2026-04-01');
const second = text('second', '2026-05-01', '2026-07-01');
const owed = (accepted: string[], today: string) => debtOf(textsUntil([second, model, first], today), accepted, today);

describe('what is owed (R1)', () => {
  test('the wording of the district takes the place of the model from its day on', () => {
    expect(textsUntil([second, model, first], '2026-02-28').map(({ id }) => id)).toEqual(['model']);
    expect(textsUntil([second, model, first], '2026-05-01').map(({ id }) => id)).toEqual(['model', 'first', 'second']);
    const late = text('late model', '2026-06-01', null, modelDistrict);
    expect(textsUntil([late, first], '2026-06-02').at(-1)?.id).toBe('first');
  });

  test('whoever accepted nothing owes at once; the one in force clears it', () => {
    expect(owed([], '2026-01-01')).toEqual({ text: model, blocksFrom: '2026-01-01', isBlocking: true });
    expect(owed(['another'], '2026-05-02')).toMatchObject({ text: second, isBlocking: true });
    expect(owed(['model'], '2026-02-28')).toBeNull();
    expect(owed(['second'], '2026-08-01')).toBeNull();
  });

  test('a newer one is asked for from its first day and blocks from the date it says', () => {
    expect(owed(['model'], '2026-03-01')).toEqual({ text: first, blocksFrom: '2026-04-01', isBlocking: false });
    expect(owed(['model'], '2026-04-01')).toMatchObject({ isBlocking: true });
    expect(owed(['first'], '2026-06-30')).toEqual({ text: second, blocksFrom: '2026-07-01', isBlocking: false });
    expect(debtOf([model, text('mild', '2026-03-01')], ['model'], '2030-01-01')).toMatchObject({ blocksFrom: null, isBlocking: false });
  });

  test('a still newer one does not put off what had begun to block', () => {
    expect(owed(['model'], '2026-05-02')).toEqual({ text: second, blocksFrom: '2026-04-01', isBlocking: true });
  });

  test('time alone never lifts a block, and an acceptance of what is in force always does', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-05-${String(number).padStart(2, '0')}`);
    const one = fc.record({ validFrom: day, delay: fc.option(day), own: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(), day, day, (drawn, place, a, b) => {
        const texts = drawn.map(({ validFrom, delay, own }, index) =>
          text(`t${index}`, validFrom, delay && delay >= validFrom ? delay : null, own ? districtId : modelDistrict),
        );
        const accepted = [`t${place % texts.length}`];
        const [early, later] = [a, b].toSorted() as [string, string];
        const [before, after] = [early, later].map((today) => debtOf(textsUntil(texts, today), accepted, today));
        const holds = textsUntil(texts, early).some(({ id }) => accepted.includes(id));
        if (holds && before?.isBlocking) expect(after?.isBlocking).toBe(true);
        const inForce = textsUntil(texts, later).at(-1);
        if (inForce) expect(debtOf(textsUntil(texts, later), [inForce.id], later)).toBeNull();
      }),
    );
  });
});

test('every promise is accepted for itself, of the version that was read', () => {
  const wording = {
    version: '2026-11',
    clauses: [
      { id: 'law', ja: 'あ', en: 'a' },
      { id: 'own-id', ja: 'い', en: 'b' },
    ],
  };
  const problems = (acceptedClauses: string[], textVersion = '2026-11') =>
    problemsOf(wording, { textVersion, acceptedClauses, signerName: 'x' }, ['input']);
  expect(problems(['own-id', 'law'])).toEqual([]);
  for (const partly of [[], ['law'], ['law', 'own-id', 'third']])
    expect(problems(partly)).toEqual([{ code: 'PLEDGE_REQUIRED', field: ['input', 'acceptedClauses'] }]);
  expect(problems(['law', 'own-id'], '2026-10')).toEqual([{ code: 'STALE_VERSION', field: ['input', 'textVersion'] }]);
});

test('a name is the same however it is spaced and however wide', () => {
  expect(isSameName('佐藤　健一', '佐藤 健一')).toBe(true);
  expect(isSameName('ｻﾄｳ Ken', 'サトウKEN')).toBe(true);
  expect(isSameName('佐藤 健二', '佐藤 健一')).toBe(false);
});

test('a pledge is seen by its signer, by who runs the facility it binds, and by the center of its district', () => {
  const signer = person('PROFESSIONAL', { districtId });
  const pledge = { districtId, signerUserId: signer.userId, atViewersFacility: false };
  expect(can(signer, 'SEE', pledge)).toEqual({ allowed: true, authority: 'SELF' });
  expect(can(person('CENTER_OFFICER', { districtId }), 'SEE', pledge)).toEqual({ allowed: true, authority: 'CENTER' });
  const colleague = person('PROFESSIONAL', { districtId });
  expect(can(colleague, 'SEE', { ...pledge, atViewersFacility: true })).toEqual({ allowed: true, authority: 'FACILITY_ADMIN' });
  for (const viewer of [colleague, person('FAMILY', { districtId }), person('CENTER_OFFICER'), { type: 'anonymous' } as const])
    expect(can(viewer, 'SEE', pledge).allowed).toBe(false);
  expect([can(signer, 'SIGN_OWN').allowed, can(person('FAMILY'), 'SIGN_OWN').allowed]).toEqual([true, false]);
  expect([can(person('CENTER_OFFICER'), 'PUBLISH').allowed, can(signer, 'REGISTER').allowed]).toEqual([true, false]);
});
