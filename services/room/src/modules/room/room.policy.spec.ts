import type { Viewer } from '@heya/service-common/viewer';
import { anonymous, channel, nurse, officer } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can, type RoomAction, type RoomFacts, streamAudience } from './room.policy.ts';

const facts = (override: Partial<RoomFacts> = {}): RoomFacts => ({
  status: 'ACTIVE',
  viewerStatus: 'ACTIVE',
  viewerRole: 'CARE_TEAM',
  isInspecting: false,
  consentInForce: true,
  coversDailyCondition: true,
  ...override,
});

test('members see the room; for everybody else it does not exist (R13)', () => {
  expect(can(nurse(), 'SEE', facts())).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
  for (const other of [undefined, facts({ viewerStatus: null }), facts({ viewerStatus: 'INVITED' }), facts({ viewerStatus: 'LEFT' })]) {
    expect(can(nurse(), 'SEE', other)).toEqual({ allowed: false, reason: 'NOT_A_MEMBER' });
  }
  expect(can(channel('r', 'EVERYONE', 1), 'SEE', facts())).toEqual({ allowed: true, authority: 'CHANNEL' });
  expect(can(channel('r', 'EVERYONE', 1), 'SEE', undefined).allowed).toBe(false);
});

test('an invitation shows the number, no more (R12)', () => {
  const invited = facts({ viewerStatus: 'INVITED' });
  expect(can(nurse(), 'SEE_NUMBER', invited)).toEqual({ allowed: true, authority: 'INVITED' });
  for (const action of ['SEE', 'POST', 'FOLLOW'] as const) expect(can(nurse(), action, invited).allowed).toBe(false);
});

test('posting needs membership, an open room and consent (R10)', () => {
  expect(can(nurse(), 'POST', facts()).allowed).toBe(true);
  for (const [missing, reason] of [
    [{ viewerStatus: 'INVITED' }, 'NOT_A_MEMBER'],
    [{ status: 'CLOSED' }, 'ROOM_CLOSED'],
    [{ coversDailyCondition: false }, 'CONSENT_REQUIRED'],
    [{ consentInForce: false }, 'CONSENT_REQUIRED'],
  ] as [Partial<RoomFacts>, string][])
    expect(can(nurse(), 'POST', facts(missing))).toEqual({ allowed: false, reason });
});

test('a look of the center reads under consent and takes no part (R18)', () => {
  const looking = facts({ viewerStatus: null, viewerRole: null, isInspecting: true });
  expect(can(officer(), 'SEE', looking)).toEqual({ allowed: true, authority: 'INSPECTION' });
  expect(can(officer(), 'SEE', { ...looking, consentInForce: false })).toEqual({ allowed: false, reason: 'CONSENT_REQUIRED' });
  for (const action of ['POST', 'FOLLOW'] as const)
    expect(can(officer(), action, looking)).toEqual({ allowed: false, reason: 'READ_ONLY' });
});

test('only the care team hears what is for the care team', () => {
  expect((['CARE_TEAM', 'FAMILY', 'PATIENT', 'CENTER_OBSERVER'] as const).map(streamAudience)).toEqual([
    'CARE_TEAM',
    'EVERYONE',
    'EVERYONE',
    'EVERYONE',
  ]);
});

describe('whatever the facts', () => {
  const someFacts = fc.record<RoomFacts>({
    status: fc.constantFrom('PREPARING', 'ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED', 'PURGED'),
    viewerStatus: fc.constantFrom('INVITED', 'ACTIVE', 'LEFT', null),
    viewerRole: fc.constantFrom('CARE_TEAM', 'PATIENT', 'FAMILY', 'CENTER_OBSERVER', null),
    isInspecting: fc.boolean(),
    consentInForce: fc.boolean(),
    coversDailyCondition: fc.boolean(),
  });
  const someViewer = fc.constantFrom<Viewer>(nurse(), officer(), channel('r', 'CARE_TEAM', 1), anonymous, { type: 'service', name: 'x' });
  const someAction = fc.constantFrom<RoomAction>('SEE', 'SEE_NUMBER', 'POST', 'FOLLOW');

  test('only a current member writes or follows, and only while the consent is in force (R10, R13)', () => {
    fc.assert(
      fc.property(someViewer, fc.constantFrom('POST' as const, 'FOLLOW' as const), someFacts, (viewer, action, given) => {
        const { allowed } = can(viewer, action, given);
        return !allowed || (viewer.type === 'person' && given.viewerStatus === 'ACTIVE' && given.consentInForce);
      }),
    );
  });

  test('nobody without membership, look or channel sees anything; every refusal has its reason', () => {
    fc.assert(
      fc.property(someViewer, someAction, someFacts, (viewer, action, given) => {
        const stranger = { ...given, viewerStatus: null, isInspecting: false };
        const decision = can(viewer, action, stranger);
        return viewer.type === 'channel'
          ? action.startsWith('SEE') === decision.allowed
          : !decision.allowed && decision.reason !== undefined;
      }),
    );
  });
});
