import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, mandatoryCategories } from '../platform/index.ts';
import { categoryProblems, changedAnswers, type CategoryChoice, type ConsentFields, formProblems, widens } from './consent.form.policy.ts';

const now = new Date('2026-11-22T03:00:00Z');
const today = '2026-11-22';
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const ticks = (granted = true): CategoryChoice[] =>
  categories.map((category) => ({ category, granted: granted || mandatoryCategories.includes(category) }));
const form = (override: Partial<ConsentFields> = {}): ConsentFields => ({
  idempotencyKey: newId(),
  patientId: newId(),
  giver: 'PATIENT',
  giverName: '田中 ハル',
  method: 'ON_DEVICE_SIGNATURE',
  textVersion: '2026-11',
  explainedById: newId(),
  explainedAt: minutes(-20),
  signedAt: minutes(-1),
  categories: ticks(),
  ...override,
});
const problems = (override: Partial<ConsentFields>): [string, string | undefined][] =>
  formProblems(form(override), now, today).map(({ code, field }) => [code, field?.[1]]);

describe('form 3-1 (R8, R9)', () => {
  test('a complete form has no problem', () => expect(problems({})).toEqual([]));
  test.each([
    [{ giverName: '　' }, 'BLANK', 'giverName'],
    [{ giverName: '1234-5678-9018' }, 'MY_NUMBER_NOT_ALLOWED', 'giverName'],
    [{ giver: 'FAMILY_PROXY' }, 'PROXY_REASON_REQUIRED', 'proxyReason'],
    [{ giver: 'LEGAL_GUARDIAN', proxyReason: ' ' }, 'PROXY_REASON_REQUIRED', 'proxyReason'],
    [{ method: 'PATIENT_ACCOUNT' }, 'INVALID', 'method'],
    [{ explainedAt: minutes(6), signedAt: minutes(6) }, 'INVALID', 'explainedAt'],
    [{ signedAt: minutes(-21) }, 'INVALID', 'signedAt'],
    [{ expiresOn: '2026-11-21' }, 'INVALID', 'expiresOn'],
    [{ idempotencyKey: 'x' }, 'INVALID', 'idempotencyKey'],
  ] as [Partial<ConsentFields>, string, string][])('%j is refused', (override, code, field) =>
    expect(problems(override)[0]).toEqual([code, field]),
  );
  test('a proxy of the family says relation and reason, a guardian the reason', () => {
    expect(problems({ giver: 'FAMILY_PROXY', proxyRelation: '長女', proxyReason: '手が不自由なため' })).toEqual([]);
    expect(problems({ giver: 'FAMILY_PROXY', proxyReason: '手が不自由なため' })).toEqual([['BLANK', 'proxyRelation']]);
    expect(problems({ giver: 'LEGAL_GUARDIAN', proxyReason: '成年後見人のため' })).toEqual([]);
  });
  test('what is on paper is a form like any other', () => expect(problems({ method: 'PAPER_SCAN' })).toEqual([]));
  test('clocks may differ by five minutes', () => expect(problems({ explainedAt: minutes(4), signedAt: minutes(5) })).toEqual([]));
});

describe('the ticks', () => {
  test('each class is answered once, the mandatory ones are granted', () => {
    fc.assert(
      fc.property(fc.subarray([...categories]), fc.subarray([...categories]), (answered, granted) => {
        const found = categoryProblems(answered.map((category) => ({ category, granted: granted.includes(category) }))).map(
          ({ code }) => code,
        );
        expect(found.includes('INVALID')).toBe(answered.length < categories.length);
        expect(found.includes('CATEGORY_MANDATORY')).toBe(
          !mandatoryCategories.every((category) => answered.includes(category) && granted.includes(category)),
        );
      }),
    );
  });
  test('twice the same, and family without consent, are refused', () => {
    expect(categoryProblems([...ticks(), ...ticks().slice(0, 1)])).toMatchObject([
      { code: 'INVALID', field: ['input', 'categories', '11', 'category'] },
    ]);
    const shown = ticks(false).map((choice) => ({ ...choice, visibleToFamily: choice.category === 'INSURANCE' }));
    expect(categoryProblems(shown)).toMatchObject([{ code: 'INVALID', field: ['input', 'categories', '9', 'granted'] }]);
  });
});

describe('amending', () => {
  const choice = fc.record({ granted: fc.boolean(), visibleToFamily: fc.boolean(), visibleToPartners: fc.boolean() });
  const answers = fc
    .tuple(...categories.map(() => choice))
    .map((given) => given.map((each, index) => ({ ...each, category: categories[index]! })));
  const shown = (given: CategoryChoice[]): Set<string> =>
    new Set(
      given.flatMap(({ category, granted, visibleToFamily, visibleToPartners }) =>
        [granted && 'team', visibleToFamily && 'family', visibleToPartners && 'partners'].flatMap((who) =>
          who ? [`${category}:${who}`] : [],
        ),
      ),
    );
  test('needs a signature exactly when somebody sees more than before; what changed is said (R8)', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        expect(widens(before, after)).toBe([...shown(after)].some((each) => !shown(before).has(each)));
        const changed = changedAnswers(before, after);
        expect(changed).toEqual(
          categories.filter(
            (category) =>
              JSON.stringify(before.find((a) => a.category === category)) !== JSON.stringify(after.find((a) => a.category === category)),
          ),
        );
        expect(changed.length === 0).toBe(!widens(before, after) && !widens(after, before));
      }),
    );
  });
});
