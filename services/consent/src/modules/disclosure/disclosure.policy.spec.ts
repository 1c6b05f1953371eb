import { newId } from '@heya/service-common/id';
import { expect, test } from 'vitest';
import { categories } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import { disclosureMessage } from './disclosure.message.ts';
import { type ConsentFacts, decideDisclosures, decideRoomState } from './disclosure.policy.ts';

const as = (role: Standing['role'], relation: Standing['relation'] = 'MEMBERSHIP'): Standing => ({
  relation,
  role,
  is_steward: false,
  profession: null,
  is_registrar: false,
  district_id: newId(),
  room_id: null,
});
const consent = (status: ConsentFacts['status']): ConsentFacts => ({
  status,
  categories: categories.map((category) => ({
    category,
    granted: category !== 'INSURANCE',
    visibleToFamily: category === 'DAILY_CONDITION',
  })),
});
const states = (standing: Standing, facts: ConsentFacts | null): Record<string, string> =>
  Object.fromEntries(decideDisclosures(standing, facts).map(({ category, state }) => [category, state]));

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
    const decided = decideDisclosures(as('CARE_TEAM'), consent(status));
    expect(new Set(decided.map(({ state }) => state))).toEqual(new Set(['WITHDRAWN']));
    for (const locale of ['ja', 'ja-plain', 'en'] as const)
      for (const { reason } of decided) expect(disclosureMessage(reason, locale)).toBeTruthy();
  }
  expect(new Set(Object.values(states(as('CARE_TEAM'), null)))).toEqual(new Set(['NOT_CONSENTED']));
  expect(new Set(Object.values(states(as(null, 'CENTER'), consent('ACTIVE'))))).toEqual(new Set(['ROLE_RESTRICTED']));
});

test('every class has an answer, in the order of the form', () => {
  expect(decideDisclosures(as('CARE_TEAM'), null).map(({ category }) => category)).toEqual([...categories]);
});

test('what the room may be used for', () => {
  expect([null, consent('ACTIVE'), consent('WITHDRAWN'), consent('EXPIRED')].map(decideRoomState)).toEqual([
    'PENDING',
    'OK',
    'WITHDRAWN',
    'WITHDRAWN',
  ]);
});
