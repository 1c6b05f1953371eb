import { newId } from '@heya/service-common/id';
import { nurse } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categories } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import { disclosureMessage } from './disclosure.message.ts';
import { can, type ConsentFacts, decideDisclosures, decideRoomState } from './disclosure.policy.ts';

const as = (role: Standing['role'], relation: Standing['relation'] = 'MEMBERSHIP'): Standing => ({
  relation,
  role,
  is_steward: false,
  profession: null,
  is_registrar: false,
  district_id: newId(),
  room_id: null,
  valid_until: null,
});
const somebody = nurse();
const consent = (status: ConsentFacts['status']): ConsentFacts => ({
  status,
  categories: categories.map((category) => ({
    category,
    granted: category !== 'INSURANCE',
    visibleToFamily: category === 'DAILY_CONDITION',
  })),
});
const states = (standing: Standing, facts: ConsentFacts | null): Record<string, string> =>
  Object.fromEntries(decideDisclosures(somebody, standing, facts).map(({ category, state }) => [category, state]));

test('the care team and the patient see what is granted, the family what is ticked for them (R9)', () => {
  for (const role of ['CARE_TEAM', 'PATIENT'] as const) {
    expect(states(as(role), consent('ACTIVE'))).toMatchObject({
      DEMOGRAPHICS: 'SHARED',
      DAILY_CONDITION: 'SHARED',
      INSURANCE: 'NOT_CONSENTED',
    });
  }
  expect(states(as('FAMILY'), consent('ACTIVE'))).toMatchObject({
    DEMOGRAPHICS: 'ROLE_RESTRICTED',
    DAILY_CONDITION: 'SHARED',
    INSURANCE: 'NOT_CONSENTED',
  });
});

test('withdrawn or expired, nothing is shown and the reason is said (R10)', () => {
  for (const status of ['WITHDRAWN', 'EXPIRED'] as const) {
    const decided = decideDisclosures(somebody, as('CARE_TEAM'), consent(status));
    expect(new Set(decided.map(({ state }) => state))).toEqual(new Set([status]));
    for (const locale of ['ja', 'ja-plain', 'en'] as const)
      for (const { reason } of decided) expect(disclosureMessage(reason, locale)).toBeTruthy();
  }
  expect(new Set(Object.values(states(as('CARE_TEAM'), null)))).toEqual(new Set(['NOT_CONSENTED']));
  expect(new Set(Object.values(states(as(null, 'CENTER'), consent('ACTIVE'))))).toEqual(new Set(['ROLE_RESTRICTED']));
});

test('every class has an answer, in the order of the form', () => {
  expect(decideDisclosures(somebody, as('CARE_TEAM'), null).map(({ category }) => category)).toEqual([...categories]);
});

test('what the room may be used for', () => {
  expect([null, consent('ACTIVE'), consent('WITHDRAWN'), consent('EXPIRED')].map(decideRoomState)).toEqual([
    'PENDING',
    'OK',
    'WITHDRAWN',
    'WITHDRAWN',
  ]);
});

test('a class is shown only under a consent in force that grants it, to the family only what is ticked for them (R9, R10)', () => {
  const choices = fc.tuple(
    ...categories.map((category) => fc.record({ category: fc.constant(category), granted: fc.boolean(), visibleToFamily: fc.boolean() })),
  );
  const facts = fc.option(
    fc.record({ status: fc.constantFrom('ACTIVE', 'WITHDRAWN', 'SUPERSEDED', 'EXPIRED', 'DRAFT' as const), categories: choices }),
    { nil: null },
  );
  const relation = fc.constantFrom('MEMBERSHIP', 'REGISTRAR', 'INSPECTION', 'CENTER' as const);
  const role = fc.constantFrom('CARE_TEAM', 'PATIENT', 'FAMILY', null);
  fc.assert(
    fc.property(facts, relation, role, fc.constantFrom(...categories), (given, by, who, category) => {
      const standing = as(who, by);
      const choice = given?.categories.find((each) => each.category === category);
      const shown =
        by !== 'CENTER' && given?.status === 'ACTIVE' && choice?.granted === true && (who !== 'FAMILY' || choice.visibleToFamily);
      expect(can(somebody, 'READ_CATEGORY', { standing, consent: given, category }).allowed).toBe(shown);
      expect(states(standing, given)[category] === 'SHARED').toBe(shown);
    }),
  );
});
