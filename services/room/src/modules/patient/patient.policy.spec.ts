import { dayInJapan } from '../platform/index.ts';
import { anonymous, nurse, officer } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, can, fieldsOf, type PatientFacts } from './patient.policy.ts';

const facts = (relation: PatientFacts['relation'], authority: PatientFacts['authority'], editable = false): PatientFacts => ({
  relation,
  authority,
  editable,
});

describe('who may know what (R10, R13)', () => {
  test('no relation: as if there were no such patient', () => {
    for (const action of ['SEE', 'REACH', 'READ', 'UPDATE'] as const) {
      expect(can(nurse(), action, undefined)).toEqual({ allowed: false, reason: 'NO_RELATION' });
      expect(can(nurse(), action, facts(null, null))).toEqual({ allowed: false, reason: 'NO_RELATION' });
    }
  });

  test('a member without consent keeps the bare entity', () => {
    expect(can(nurse(), 'SEE', facts('MEMBERSHIP', null))).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
    expect(can(nurse(), 'READ', facts('MEMBERSHIP', null))).toEqual({ allowed: false, reason: 'CONSENT_REQUIRED' });
  });

  test('one who is only invited sees nothing and reaches nothing', () => {
    expect(can(nurse(), 'SEE', facts('INVITED', null)).allowed).toBe(true);
    for (const action of ['REACH', 'READ', 'UPDATE'] as const)
      expect(can(nurse(), action, facts('INVITED', null))).toEqual({ allowed: false, reason: 'NOT_JOINED' });
  });

  test('a reviewer sees who it is, a look of the center what the care team sees; neither changes anything (R18)', () => {
    expect([fieldsOf('REVIEW'), fieldsOf('INSPECTION'), fieldsOf('MEMBERSHIP')]).toEqual(['IDENTIFYING', 'ALL', 'ALL']);
    for (const right of ['REVIEW', 'INSPECTION', 'CHANNEL'] as const) {
      expect(can(officer(), 'READ', facts(right, right))).toEqual({ allowed: true, authority: right });
      expect(can(officer(), 'UPDATE', facts(right, right, true))).toEqual({ allowed: false, reason: 'READ_ONLY' });
    }
  });

  test('whatever the facts: who changes may read, and who reads holds the class', () => {
    const relations = ['MEMBERSHIP', 'REGISTRAR', 'INSPECTION', 'REVIEW', 'CHANNEL', 'INVITED', null] as const;
    const classes = ['MEMBERSHIP', 'REGISTRAR', 'INSPECTION', 'REVIEW', 'CHANNEL', null] as const;
    const someFacts = fc.tuple(fc.constantFrom(...relations), fc.constantFrom(...classes), fc.boolean());
    fc.assert(
      fc.property(someFacts, (given) => {
        const [see, reach, read, update] = (['SEE', 'REACH', 'READ', 'UPDATE'] as const).map(
          (action) => can(nurse(), action, facts(...given)).allowed,
        );
        return (
          (!update || read) && (!read || (reach && given[1] !== null)) && (!reach || see) && !can(anonymous, 'SEE', facts(...given)).allowed
        );
      }),
    );
  });
});

test('ages and days', () => {
  const today = '2026-11-22';
  expect(ageOn('1940-11-22', today)).toBe(86);
  expect(ageOn('1940-11-23', today)).toBe(85);
  expect(dayInJapan(new Date('2026-11-21T15:30:00Z'))).toBe('2026-11-22');
});
