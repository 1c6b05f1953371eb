/** R8–R15, R20, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation, applicationInput, applyForRoom, approvedApplication, type Case, consentedPatient, executeApplication, invitationsOf, openRoom,
  reviewApplication, type RoomUnderTest, startRoom, tellConsent,
} from './testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

describe('from the application to the room (R11, R12)', () => {
  it('opens after check, approval by another, and acceptance', async () => {
    const found = await openRoom(room);
    const seen = await room.get(found.people.nurse, `query ($id: ID!) { room(id: $id) { id roomNumber status viewerCanPost
      patient { name nameKana birthDate } steward { displayName } viewerMembership { role status } memberships { totalCount nodes { displayName professionLabel status } } } }`, { id: found.roomId });
    expect(seen.room).toMatchObject({
      status: 'ACTIVE', viewerCanPost: true, patient: { name: '田中 ハル', nameKana: 'タナカ ハル' }, steward: { displayName: '高橋 実' },
      viewerMembership: { role: 'CARE_TEAM', status: 'ACTIVE' }, memberships: { totalCount: 5 },
    });
    expect(seen.room.roomNumber).toMatch(/^K-\d{4}$/);
  });
});
