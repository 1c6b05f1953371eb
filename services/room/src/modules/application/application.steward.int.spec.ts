/** R14 over GraphQL on a real PostgreSQL: form 4-2 names somebody as steward who is not in the room yet. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  approve,
  type Case,
  changeInput,
  changeRoom,
  codes,
  executeApplication,
  membershipsOf,
  openRoom,
  type RoomUnderTest,
  startRoom,
} from '../../testing/room.ts';

let room: RoomUnderTest;
type Found = Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const file = async (found: Found, person: PersonViewer, override: object): Promise<any> =>
  (await room.get(person, changeRoom, { input: changeInput(found, override) })).roomChangeApply;
const carryOut = async (found: Found, id: string): Promise<string[]> => {
  await approve(room, found, id);
  return codes((await room.get(found.people.officer, executeApplication, { id })).roomApplicationExecute);
};
const seats =
  'query ($id: ID!) { room(id: $id) { steward { user { id } } memberships { nodes { user { id } isSteward isNextSteward status } } } }';
/** Who has the seat, and to whom it is to come, as everybody in the room reads it. */
const seat = async ({ people, roomId }: Found): Promise<{ has: string[]; next: string[]; shown: string | undefined }> => {
  const { steward, memberships } = (await room.get(people.patient, seats, { id: roomId })).room;
  const who = (wanted: 'isSteward' | 'isNextSteward'): string[] =>
    memberships.nodes.filter((one: any) => one[wanted]).map((one: any) => one.user.id);
  return { has: who('isSteward'), next: who('isNextSteward'), shown: steward?.user.id };
};
const accept = async (found: Found, person: PersonViewer): Promise<any> => {
  const { [person.userId]: id } = await membershipsOf(room, found.people.patient, found.roomId);
  return (
    await room.get(
      person,
      'mutation ($id: ID!) { roomInvitationAccept(membershipId: $id) { userErrors { code } membership { status isSteward isNextSteward } } }',
      { id },
    )
  ).roomInvitationAccept;
};
const toldOf = async ({ roomId }: Found): Promise<[string, string, boolean][]> =>
  (await room.bus.all('room.membershipChanged')).flatMap(({ payload: p }) =>
    p.roomId === roomId ? [[p.userId, p.change, p.isSteward] as [string, string, boolean]] : [],
  );
/** Somebody from outside is named, approved and invited. */
const invited = async (override: object = {}): Promise<Found & { application: string }> => {
  const found = await openRoom(room);
  const { people } = found;
  const add = [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }];
  const filed = await file(found, people.careManager, { add, newStewardUserId: people.otherNurse.userId, ...override });
  expect(filed.userErrors).toEqual([]);
  return Object.assign(found, { application: filed.roomApplication.id as string });
};

describe('a steward from outside the room (R14)', () => {
  it('is added after review alone and has the seat from the moment they join; until then it is where it was, over a restart too', async () => {
    const found = await invited();
    const { people } = found;
    const [before, after] = [people.careManager.userId, people.otherNurse.userId];
    expect(await seat(found)).toEqual({ has: [before], next: [], shown: before });
    expect((await membershipsOf(room, people.patient, found.roomId))[after]).toBeUndefined();
    expect(await carryOut(found, found.application)).toEqual([]);
    expect(await seat(found)).toEqual({ has: [before], next: [after], shown: before });
    await room.restart();
    expect(await room.runJob('membership-settling')).toBe(0);
    expect(await seat(found)).toEqual({ has: [before], next: [after], shown: before });
    const { [after]: notTheirs } = await membershipsOf(room, people.patient, found.roomId);
    expect(codes((await room.get(people.nurse, acceptInvitation, { id: notTheirs })).roomInvitationAccept)).toEqual(['NOT_FOUND']);
    const joined = { userErrors: [], membership: { status: 'ACTIVE', isSteward: true, isNextSteward: false } };
    expect(await Promise.all([accept(found, people.otherNurse), accept(found, people.otherNurse)])).toEqual([joined, joined]);
    expect(await seat(found)).toEqual({ has: [after], next: [], shown: after });
    await expect
      .poll(async () => (await toldOf(found)).slice(-3))
      .toEqual([
        [after, 'JOINED', false],
        [after, 'STEWARD', true],
        [before, 'STEWARD', false],
      ]);
    const asked = 'query ($id: ID!) { room(id: $id) { viewerCanApplyChange } }';
    const may = async (who: PersonViewer): Promise<boolean> => (await room.get(who, asked, { id: found.roomId })).room.viewerCanApplyChange;
    expect([await may(people.otherNurse), await may(people.careManager)]).toEqual([true, false]);
  });

  it('leaves nobody without a steward meanwhile: who has the seat cannot be taken out, in the same form or another, and no third is named', async () => {
    const found = await openRoom(room);
    const { people } = found;
    const { [people.careManager.userId]: managerSeat, [people.nurse.userId]: nurseSeat } = await membershipsOf(
      room,
      people.patient,
      found.roomId,
    );
    const add = [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }];
    const named = { add, newStewardUserId: people.otherNurse.userId };
    const refused = await file(found, people.careManager, { ...named, removeMembershipIds: [managerSeat] });
    expect(refused.userErrors).toMatchObject([
      {
        code: 'STEWARD_REQUIRED',
        message: 'これから加わる方は、参加したときに世話役になります。いまの世話役は、そのあとで外してください。',
      },
    ]);
    room.identity.deactivated.add(people.outsider.userId);
    const stopped = { add: [{ userId: people.outsider.userId, role: 'CARE_TEAM' }], newStewardUserId: people.outsider.userId };
    for (const [override, refusal] of [
      [{ ...named, newStewardUserId: people.outsider.userId }, ['STEWARD_REQUIRED']],
      [{ newStewardUserId: people.otherNurse.userId }, ['STEWARD_REQUIRED']],
      [{ ...named, add: [{ ...add[0], role: 'FAMILY' }] }, ['NOT_A_CARE_PROVIDER', 'STEWARD_REQUIRED']],
      [stopped, ['MEMBER_HAS_NO_ID']],
    ] as [object, string[]][])
      expect(codes(await file(found, people.careManager, override)), JSON.stringify(override)).toEqual(refusal);
    room.identity.deactivated.delete(people.outsider.userId);
    const filed = await file(found, people.careManager, { ...named, removeMembershipIds: [nurseSeat] });
    expect(filed.userErrors).toEqual([]);
    expect(await carryOut(found, filed.roomApplication.id)).toEqual([]);
    for (const override of [{ removeMembershipIds: [managerSeat] }, { newStewardUserId: people.physician.userId }])
      expect((await file(found, people.physician, override)).userErrors[0]).toMatchObject({ code: 'INVALID_STATE' });
    // Taken back, the invitation brings no seat any more, from when it is asked for on.
    const { [people.otherNurse.userId]: invitation } = await membershipsOf(room, people.patient, found.roomId);
    const back = { removeMembershipIds: [invitation], effectiveAt: new Date(Date.now() + 3_600_000).toISOString() };
    const takenBack = await file(found, people.physician, back);
    expect(takenBack.userErrors).toEqual([]);
    expect(await seat(found)).toEqual({ has: [people.careManager.userId], next: [], shown: people.careManager.userId });
    expect((await accept(found, people.otherNurse)).membership).toMatchObject({ status: 'ACTIVE', isSteward: false });
    expect(await carryOut(found, takenBack.roomApplication.id)).toEqual([]);
    expect(codes(await file(found, people.physician, { newStewardUserId: people.physician.userId }))).toEqual([]);
  });

  it('takes the seat that a steward has left whose ID ended meanwhile', async () => {
    const found = await invited();
    const { people } = found;
    expect(await carryOut(found, found.application)).toEqual([]);
    await room.bus.publish('identity.userDeactivated', { userId: people.careManager.userId });
    await expect.poll(() => seat(found)).toEqual({ has: [], next: [people.otherNurse.userId], shown: undefined });
    expect((await accept(found, people.otherNurse)).membership).toMatchObject({ isSteward: true });
    expect(await seat(found)).toEqual({ has: [people.otherNurse.userId], next: [], shown: people.otherNurse.userId });
  });

  it('comes from whoever followed a steward that left by form 2-2 meanwhile', async () => {
    const found = await invited();
    const { people } = found;
    const { careManager, nurse, otherNurse } = people;
    expect(await carryOut(found, found.application)).toEqual([]);
    const { [careManager.userId]: membershipId = '' } = await membershipsOf(room, people.patient, found.roomId);
    await room.bus.publish('identity.placeEnding', {
      applicationId: newId(),
      userId: careManager.userId,
      facilityId: careManager.facilityId ?? '',
      districtId: careManager.districtId,
      state: 'ENDED',
      endsAt: new Date(Date.now() - 60_000).toISOString(),
      isOnlyPlace: false,
      successors: [{ membershipId, userId: nurse.userId }],
    });
    expect(await seat(found)).toEqual({ has: [nurse.userId], next: [otherNurse.userId], shown: nurse.userId });
    expect((await accept(found, otherNurse)).membership).toMatchObject({ isSteward: true });
    expect(await seat(found)).toEqual({ has: [otherNurse.userId], next: [], shown: otherNurse.userId });
  });

  it('does not come to somebody whose ID ended before they joined', async () => {
    const found = await invited();
    const { careManager, otherNurse } = found.people;
    expect(await carryOut(found, found.application)).toEqual([]);
    await room.bus.publish('identity.userDeactivated', { userId: otherNurse.userId });
    const stays = { has: [careManager.userId], next: [], shown: careManager.userId };
    expect(await seat(found)).toEqual(stays);
    expect((await file(found, careManager, { newStewardUserId: found.people.nurse.userId })).userErrors).toEqual([]);
  });
});
