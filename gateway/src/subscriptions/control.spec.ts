import type { BusEvent } from '@heya/schema/events';
import { nurse } from '@heya/testkit/viewers';
import { describe, expect, it } from 'vitest';
import { type Concerned, isConcerned, isOver, signsOut } from './control.ts';

const viewer = nurse();
const inRoom: Concerned = { viewer, concerns: 'room', subject: 'room', patientId: 'patient' };
const ofPatient: Concerned = { viewer, concerns: 'patient', subject: 'patient', patientId: undefined };
const inbox: Concerned = { viewer, concerns: 'viewer', subject: 'district', patientId: undefined };
const own: Concerned = { ...inbox, subject: viewer.userId, patientIds: new Set(['patient']) };
const event = (topic: string, payload: object) => ({ topic, payload }) as unknown as BusEvent;
const concerned = (what: BusEvent) => [inRoom, ofPatient, inbox, own].map((operation) => isConcerned(what, operation));

describe('a change of rights', () => {
  it.each([
    [
      'of this member',
      event('room.membershipChanged', { roomId: 'room', patientId: 'patient', userId: viewer.userId }),
      [true, true, false, true],
    ],
    [
      'of another member',
      event('room.membershipChanged', { roomId: 'room', patientId: 'patient', userId: 'other' }),
      [false, false, false, false],
    ],
    [
      'of this member in another room',
      event('room.membershipChanged', { roomId: 'other', patientId: 'other', userId: viewer.userId }),
      [false, false, false, true],
    ],
    ['of the room', event('room.roomChanged', { roomId: 'room', patientId: 'patient' }), [true, true, false, true]],
    ['of another room', event('room.roomChanged', { roomId: 'other', patientId: 'other' }), [false, false, false, false]],
    ['of the consent', event('consent.changed', { patientId: 'patient' }), [true, true, false, true]],
    ['of another consent', event('consent.changed', { patientId: 'other' }), [false, false, false, false]],
    ['of something else', event('timeline.postCreated', { roomId: 'room' }), [false, false, false, false]],
  ])('%s concerns those it may concern', (_case, what, expected) => {
    expect(concerned(what)).toEqual(expected);
  });

  it('that ends a consent closes its room, and no other', () => {
    const changed = (patientId: string, status: string) => event('consent.changed', { patientId, status });
    expect(['WITHDRAWN', 'EXPIRED', 'ACTIVE', 'SUPERSEDED'].map((status) => isOver(changed('patient', status), inRoom))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([isOver(changed('other', 'WITHDRAWN'), inRoom), isOver(changed('patient', 'WITHDRAWN'), ofPatient)]).toEqual([false, false]);
  });

  it('of any consent concerns a room whose patient is not known yet', () => {
    expect(isConcerned(event('consent.changed', { patientId: 'other' }), { ...inRoom, patientId: undefined })).toBe(true);
  });
});

it('signs out a session, or everything of a person', () => {
  const [other, sameUser] = [nurse(), nurse({ userId: viewer.userId })];
  const who = (what: BusEvent) => [viewer, sameUser, other].map((person) => signsOut(what)?.(person));
  expect(who(event('identity.sessionEnded', { sessionId: viewer.sessionId }))).toEqual([true, false, false]);
  expect(who(event('identity.userDeactivated', { userId: viewer.userId }))).toEqual([true, true, false]);
  expect(who(event('consent.changed', { patientId: 'patient' }))).toEqual([undefined, undefined, undefined]);
});
