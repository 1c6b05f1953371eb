/** What the access record says of refusals around a room (R32, R33): what they were aimed at, and why. */
import { queryAsAdmin } from '@heya/testkit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  approvedApplication,
  type Case,
  consentedPatient,
  executeApplication,
  invitationsOf,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const codes = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);

describe('refusals in the access record (R32, R33)', () => {
  const linesOf = async (person: Case['people']['nurse']): Promise<Record<string, unknown>[]> => {
    const sql = "select line from audit_entry where line->>'actorId' = $1 and line->>'action' = 'DENIED' order by seq";
    const found = await queryAsAdmin<{ line: Record<string, unknown> }>(room.environment.database.adminUrl, sql, [person.userId]);
    return found.map(({ line }) => line);
  };
  const patientRoom = 'query ($id: ID!) { patient(id: $id) { id room { id } } }';

  it('says nothing where a patient has no room yet, and speaks of the room where there is one', async () => {
    const found = await consentedPatient(room);
    const { physician, officer } = found.people;
    const applicationId = await approvedApplication(room, found);
    const none = { patient: { id: found.patientId, room: null } };
    expect(await room.get(physician, patientRoom, { id: found.patientId })).toEqual(none);
    expect(await linesOf(physician)).toEqual([]);
    await room.get(officer, executeApplication, { id: applicationId });
    const [viewer] = (await room.get(physician, invitationsOf, { r: [{ __typename: 'Viewer', id: physician.userId }] }))._entities;
    const roomId: string = viewer.invitations[0].room.id;
    const line = {
      subjectType: 'Room',
      subjectId: roomId,
      roomId,
      patientId: found.patientId,
      districtId: found.people.districtId,
      outcome: 'DENIED_ROLE',
    };
    // Invited and not joined.
    expect(await room.get(physician, patientRoom, { id: found.patientId })).toEqual(none);
    expect(await linesOf(physician)).toEqual([expect.objectContaining(line)]);
  });

  it("says that a stranger asked for the room of somebody's patient, by whichever way, and tells them nothing", async () => {
    const { roomId, patientId, people } = await openRoom(room);
    const reference = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { room { id } } } }';
    for (const stranger of [people.outsider, people.otherDistrict]) {
      expect(await room.get(stranger, patientRoom, { id: patientId })).toEqual({ patient: null });
      expect(await room.get(stranger, reference, { r: [{ __typename: 'Patient', id: patientId }] })).toEqual({ _entities: [null] });
      const line = { subjectId: patientId, patientId, roomId, districtId: people.districtId, outcome: 'DENIED_ROLE' };
      expect(await linesOf(stranger)).toEqual([expect.objectContaining(line), expect.objectContaining(line)]);
    }
  });

  it('names room and patient of a stream that was refused', async () => {
    const found = await openRoom(room);
    const grant = 'query ($id: ID!) { roomChangedGrant(roomId: $id, notBefore: 0) { audience } }';
    const place = { subjectId: found.roomId, roomId: found.roomId, patientId: found.patientId, districtId: found.people.districtId };
    expect((await room.get(found.people.otherDistrict, grant, { id: found.roomId })).roomChangedGrant).toBeNull();
    expect(await linesOf(found.people.otherDistrict)).toEqual([expect.objectContaining({ ...place, outcome: 'DENIED_ROLE' })]);
    expect((await room.get(found.people.outsider, grant, { id: found.roomId.toUpperCase() })).roomChangedGrant).toBeNull();
    expect((await linesOf(found.people.outsider)).at(-1)).toMatchObject({ roomId: found.roomId, patientId: found.patientId });
    await tellConsent(room, found, 'WITHDRAWN');
    expect((await room.get(found.people.nurse, grant, { id: found.roomId })).roomChangedGrant).toBeNull();
    expect((await linesOf(found.people.nurse)).at(-1)).toMatchObject({ ...place, outcome: 'DENIED_CONSENT' });
  });

  it('says of an invitation that the consent was wanting, not the right', async () => {
    const found = await consentedPatient(room);
    const { nurse, officer } = found.people;
    await room.get(officer, executeApplication, { id: await approvedApplication(room, found) });
    const [viewer] = (await room.get(nurse, invitationsOf, { r: [{ __typename: 'Viewer', id: nurse.userId }] }))._entities;
    const { id } = viewer.invitations[0];
    await tellConsent(room, found, 'WITHDRAWN');
    expect(codes((await room.get(nurse, acceptInvitation, { id })).roomInvitationAccept)).toEqual(['CONSENT_REQUIRED']);
    expect((await linesOf(nurse)).at(-1)).toMatchObject({ subjectId: id, patientId: found.patientId, outcome: 'DENIED_CONSENT' });
  });
});
