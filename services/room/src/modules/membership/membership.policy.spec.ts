import type { Viewer } from '@heya/service-common/viewer';
import { anonymous, channel, nurse, officer } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AcceptanceFacts, can, type MembershipFacts, refusalProblems } from './membership.policy.ts';

const open: AcceptanceFacts = {
  isOwn: true,
  status: 'INVITED',
  viewerRole: null,
  isInspecting: false,
  roomStatus: 'ACTIVE',
  consentInForce: true,
  hasBegun: true,
};

test('an invitation is accepted by the invited person, once, while room and consent stand (R12)', () => {
  expect(can(nurse(), 'ACCEPT', open)).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
  for (const [facts, reason, codes] of [
    [{ ...open, status: 'ACTIVE' }, 'ALREADY_MEMBER', []],
    [undefined, 'NOT_FOUND', ['NOT_FOUND']],
    [{ ...open, isOwn: false }, 'NOT_FOUND', ['NOT_FOUND']],
    [{ ...open, status: 'LEFT' }, 'NOT_FOUND', ['NOT_FOUND']],
    [{ ...open, consentInForce: false }, 'CONSENT_REQUIRED', ['CONSENT_REQUIRED']],
    [{ ...open, hasBegun: false }, 'NOT_YET', ['INVALID_STATE']],
    [{ ...open, roomStatus: 'CLOSED' }, 'ROOM_CLOSED', ['INVALID_STATE']],
  ] as [AcceptanceFacts | undefined, Parameters<typeof refusalProblems>[0], string[]][]) {
    expect(can(nurse(), 'ACCEPT', facts)).toEqual({ allowed: false, reason });
    expect(refusalProblems(reason).map(({ code }) => code)).toEqual(codes);
  }
});

test('places in a room are seen by those who are in it, by a look of the center, and by oneself (R13, R18)', () => {
  const facts: MembershipFacts = { isOwn: false, status: 'ACTIVE', viewerRole: null, isInspecting: false };
  expect(can(nurse(), 'SEE', facts)).toEqual({ allowed: false, reason: 'NOT_FOUND' });
  expect(can(nurse(), 'SEE', { ...facts, viewerRole: 'FAMILY' })).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
  expect(can(nurse(), 'SEE', { ...facts, isOwn: true, status: 'INVITED' })).toEqual({ allowed: true, authority: 'SELF' });
  expect(can(nurse(), 'SEE', { ...facts, isOwn: true, status: 'LEFT' }).allowed).toBe(false);
  expect(can(officer(), 'SEE', { ...facts, isInspecting: true })).toEqual({ allowed: true, authority: 'INSPECTION' });
  expect(can(channel('r', 'EVERYONE', 1), 'SEE', facts)).toEqual({ allowed: true, authority: 'CHANNEL' });
});

test('whatever the facts: nobody who is no person and no channel sees or accepts anything', () => {
  const someFacts = fc.record<AcceptanceFacts>({
    isOwn: fc.boolean(),
    status: fc.constantFrom('INVITED', 'ACTIVE', 'LEFT'),
    viewerRole: fc.constantFrom('CARE_TEAM', 'PATIENT', 'FAMILY', null),
    isInspecting: fc.boolean(),
    roomStatus: fc.constantFrom('ACTIVE', 'CLOSED', 'PURGED'),
    consentInForce: fc.boolean(),
    hasBegun: fc.boolean(),
  });
  fc.assert(
    fc.property(someFacts, fc.constantFrom<Viewer>(anonymous, { type: 'service', name: 'x' }), (facts, viewer) => {
      return !can(viewer, 'SEE', facts).allowed && !can(viewer, 'ACCEPT', facts).allowed;
    }),
  );
  fc.assert(
    fc.property(someFacts, (facts) => !can(nurse(), 'ACCEPT', facts).allowed || (facts.isOwn && facts.consentInForce && facts.hasBegun)),
  );
});
