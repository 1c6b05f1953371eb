import { channel, nurse } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { decideAcceptance } from '../membership/membership.policy.ts';
import { canPost, decideRoomAccess, type RoomFacts, streamAudience } from './room.policy.ts';

const facts = (override: Partial<RoomFacts> = {}): RoomFacts => ({
  status: 'ACTIVE',
  viewerStatus: 'ACTIVE',
  viewerRole: 'CARE_TEAM',
  coversDailyCondition: true,
  ...override,
});

test('members see the room; for everybody else it does not exist (R13)', () => {
  expect(decideRoomAccess(nurse(), facts())).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
  for (const other of [undefined, facts({ viewerStatus: null }), facts({ viewerStatus: 'INVITED' }), facts({ viewerStatus: 'LEFT' })]) {
    expect(decideRoomAccess(nurse(), other)).toEqual({ allowed: false, reason: 'NOT_A_MEMBER' });
  }
  expect(decideRoomAccess(channel('r', 'EVERYONE', 1), facts())).toEqual({ allowed: true, authority: 'CHANNEL' });
  expect(decideRoomAccess(channel('r', 'EVERYONE', 1), undefined).allowed).toBe(false);
});

test('posting needs membership, an open room and consent (R10)', () => {
  expect(canPost(facts())).toBe(true);
  for (const missing of [{ viewerStatus: 'INVITED' }, { status: 'CLOSED' }, { coversDailyCondition: false }] as Partial<RoomFacts>[])
    expect(canPost(facts(missing))).toBe(false);
});

test('only the care team hears what is for the care team', () => {
  expect((['CARE_TEAM', 'FAMILY', 'PATIENT', 'CENTER_OBSERVER'] as const).map(streamAudience)).toEqual([
    'CARE_TEAM',
    'EVERYONE',
    'EVERYONE',
    'EVERYONE',
  ]);
});

test('an invitation is accepted by the invited person, once, while room and consent stand (R12)', () => {
  const open = { isOwn: true, status: 'INVITED', roomStatus: 'ACTIVE', consentInForce: true } as const;
  expect(decideAcceptance(open)).toEqual({ accept: true });
  expect(decideAcceptance({ ...open, status: 'ACTIVE' })).toMatchObject({ alreadyMember: true, problems: [] });
  for (const none of [undefined, { ...open, isOwn: false }, { ...open, status: 'LEFT' as const }])
    expect(decideAcceptance(none)).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
  expect(decideAcceptance({ ...open, consentInForce: false })).toMatchObject({ problems: [{ code: 'CONSENT_REQUIRED' }] });
  expect(decideAcceptance({ ...open, roomStatus: 'CLOSED' })).toMatchObject({ problems: [{ code: 'INVALID_STATE' }] });
});
