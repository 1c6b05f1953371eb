import { newId } from '@heya/service-common/id';
import { describe, expect, test } from 'vitest';
import type { PersonFacts } from '../platform/index.ts';
import { receiptNumber, roomNumber } from './application.calendar.policy.ts';
import { type CreationInput, creationProblems, peopleProblems } from './application.creation.policy.ts';

const [doctor, nurse, daughter] = [newId(), newId(), newId()];
const form = (override: Partial<CreationInput> = {}): CreationInput => ({
  idempotencyKey: newId(),
  patientId: newId(),
  consentId: newId(),
  stewardUserId: nurse,
  members: [
    { userId: doctor, role: 'CARE_TEAM' },
    { userId: nurse, role: 'CARE_TEAM' },
    { userId: daughter, role: 'FAMILY' },
  ],
  ...override,
});
const codes = (input: CreationInput): string[] => creationProblems(input, doctor).map(({ code }) => code);
const person = (override: Partial<PersonFacts>): PersonFacts => ({
  id: doctor,
  kind: 'PROFESSIONAL',
  displayName: '佐藤',
  profession: 'PHYSICIAN',
  facilities: [{ id: 'clinic', name: '佐藤医院' }],
  isActive: true,
  ...override,
});

describe('form 4-1 (R11)', () => {
  test('a complete form has no problem', () => expect(codes(form())).toEqual([]));
  test('the steward is a care team member', () => {
    expect(codes(form({ stewardUserId: daughter }))).toEqual(['STEWARD_REQUIRED']);
    expect(codes(form({ stewardUserId: newId() }))).toEqual(['STEWARD_REQUIRED']);
  });
  test('the applicant takes part', () => expect(codes(form({ members: [{ userId: nurse, role: 'CARE_TEAM' }] }))).toEqual(['INVALID']));
  test('nobody is named twice', () => {
    const members = [...form().members, { userId: doctor, role: 'FAMILY' as const }];
    expect(codes(form({ members }))).toEqual(['ALREADY_EXISTS']);
  });
  test('no My Number in the reason (R21)', () =>
    expect(codes(form({ reason: '番号は１２３４ー５６７８ー９０１８' }))).toEqual(['MY_NUMBER_NOT_ALLOWED']));
  test('nobody is invited as an inspector', () => {
    expect(codes(form({ members: [...form().members, { userId: newId(), role: 'CENTER_OBSERVER' }] }))).toEqual(['INVALID']);
  });
});

describe('the people named (R12)', () => {
  const problems = (role: 'CARE_TEAM' | 'FAMILY' | 'PATIENT', facts?: PersonFacts, facilityId?: string): string[] =>
    peopleProblems([{ userId: doctor, role, ...(facilityId && { facilityId }) }], new Map(facts ? [[doctor, facts]] : [])).map(
      ({ code }) => code,
    );
  test('an active ID each', () => {
    expect(problems('CARE_TEAM', person({}))).toEqual([]);
    expect(problems('CARE_TEAM', person({ isActive: false }))).toEqual(['MEMBER_HAS_NO_ID']);
    expect(problems('CARE_TEAM')).toEqual(['MEMBER_HAS_NO_ID']);
  });
  test('a role that fits the kind of ID', () => {
    expect(problems('FAMILY', person({}))).toEqual(['NOT_A_CARE_PROVIDER']);
    expect(problems('FAMILY', person({ kind: 'FAMILY' }))).toEqual([]);
    expect(problems('CARE_TEAM', person({ kind: 'CENTER_OFFICER' }))).toEqual(['NOT_A_CARE_PROVIDER']);
    expect(problems('PATIENT', person({ kind: 'PATIENT' }))).toEqual([]);
  });
  test('the facility is one they belong to', () => {
    expect(problems('CARE_TEAM', person({}), 'clinic')).toEqual([]);
    expect(problems('CARE_TEAM', person({}), 'elsewhere')).toEqual(['INVALID']);
  });
});

test('numbers', () => {
  expect(receiptNumber('FORM_4_1', '2026-11-22', 7)).toBe('K41-20261122-0007');
  expect(roomNumber(123)).toBe('K-0123');
});
