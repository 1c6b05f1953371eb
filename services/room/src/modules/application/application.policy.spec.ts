import { nurse, officer, physician } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ApplicationFacts, can, canApply } from './application.policy.ts';

const applicant = physician();
const clerk = officer({ districtId: applicant.districtId });
const approver = officer({ districtId: applicant.districtId });
const filed: ApplicationFacts = {
  applicantId: applicant.userId,
  districtId: applicant.districtId,
  status: 'SUBMITTED',
  checkedBy: null,
  decidedBy: null,
  changesRoom: false,
};

test('an application is seen by its applicant and the officers of its district', () => {
  expect(can(applicant, 'SEE', filed)).toEqual({ allowed: true, authority: 'APPLICANT' });
  expect(can(clerk, 'SEE', filed)).toEqual({ allowed: true, authority: 'REVIEW' });
  for (const other of [physician({ districtId: applicant.districtId }), officer()])
    for (const action of ['SEE', 'WITHDRAW', 'RESUBMIT', 'REVIEW', 'EXECUTE'] as const)
      expect(can(other, action, filed)).toEqual({ allowed: false, reason: 'NOT_FOUND' });
});

test('whoever may ask for changes of a room sees what is asked for, and does nothing with it (R14)', () => {
  const steward = nurse({ districtId: applicant.districtId });
  expect(can(steward, 'SEE', { ...filed, changesRoom: true })).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
  for (const action of ['WITHDRAW', 'RESUBMIT', 'REVIEW', 'EXECUTE'] as const)
    expect(can(steward, action, { ...filed, changesRoom: true })).toEqual({ allowed: false, reason: 'NOT_FOUND' });
  expect(can(applicant, 'RESUBMIT', filed)).toEqual({ allowed: false, reason: 'STATE' });
  expect(can(applicant, 'RESUBMIT', { ...filed, status: 'RETURNED' })).toEqual({ allowed: true, authority: 'APPLICANT' });
});

test('who checked does not approve, and nobody reviews their own form (R12)', () => {
  const checked: ApplicationFacts = { ...filed, status: 'IN_REVIEW', checkedBy: clerk.userId };
  expect(can(clerk, 'REVIEW', checked)).toEqual({ allowed: false, reason: 'STATE' });
  expect(can(approver, 'REVIEW', checked).allowed).toBe(true);
  expect(can(applicant, 'REVIEW', checked)).toEqual({ allowed: false, reason: 'NOT_FOUND' });
  expect(can(approver, 'EXECUTE', checked)).toEqual({ allowed: false, reason: 'STATE' });
  expect(can(clerk, 'EXECUTE', { ...checked, status: 'APPROVED', decidedBy: approver.userId }).allowed).toBe(true);
});

test('only professions of the district apply, for patients they registered (R8)', () => {
  const applicantProfessions = ['PHYSICIAN', 'CARE_MANAGER'];
  expect(canApply(applicant, { applicantProfessions }).allowed).toBe(true);
  expect(canApply(nurse(), { applicantProfessions })).toEqual({ allowed: false, reason: 'NOT_AN_APPLICANT' });
  expect(canApply(clerk, { applicantProfessions }).allowed).toBe(false);
  fc.assert(
    fc.property(fc.constantFrom('MEMBERSHIP', 'INSPECTION', 'REVIEW', 'CHANNEL', 'INVITED', null), (relation) => {
      return !canApply(applicant, { applicantProfessions, relation }).allowed;
    }),
  );
  expect(canApply(applicant, { applicantProfessions, relation: 'REGISTRAR' })).toEqual({ allowed: true, authority: 'REGISTRAR' });
});
