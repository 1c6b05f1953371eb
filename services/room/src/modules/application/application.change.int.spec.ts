/** R14 over GraphQL on a real PostgreSQL: who is in a room, and who looks after it, changes by form 4-2. */
import type { EventPayloads } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
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
  invitationsOf,
  membershipsOf,
  openRoom,
  reviewApplication,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const seat = async (of = found): Promise<Record<string, string>> => membershipsOf(room, of.people.patient, of.roomId);
const isIn = async (person: PersonViewer, of = found): Promise<boolean> =>
  (await room.get(person, 'query ($id: ID!) { room(id: $id) { id } }', { id: of.roomId })).room !== null;
const stewardOf = async (of = found): Promise<string> =>
  (await room.get(of.people.patient, 'query ($id: ID!) { room(id: $id) { steward { user { id } } } }', { id: of.roomId })).room.steward.user
    .id;
const file = async (person: PersonViewer, override: object, of = found): Promise<any> =>
  (await room.get(person, changeRoom, { input: changeInput(of, override) })).roomChangeApply;
const messages = (payload: { userErrors: { message: string }[] }): string[] => payload.userErrors.map(({ message }) => message);
/** Time passes: what was to come has come. */
const passTime = async (of = found): Promise<void> => {
  const { adminUrl } = room.environment.database;
  for (const [table, column] of [
    ['room_membership', 'left_at'],
    ['room_membership', 'seat_from'],
    ['room_membership', 'seat_until'],
    ['room_membership', 'begins_at'],
  ] as const)
    await queryAsAdmin(adminUrl, `update ${table} set ${column} = ${column} - interval '2 hours' where room_id = $1`, [of.roomId]);
  await queryAsAdmin(
    adminUrl,
    `update membership_removal set ends_at = ends_at - interval '2 hours' where application_id in (select id from room_application where room_id = $1)`,
    [of.roomId],
  );
};
const changesOf = async (of = found): Promise<[string, string][]> =>
  (await room.bus.all('room.membershipChanged')).flatMap(({ payload }: { payload: EventPayloads['room.membershipChanged'] }) =>
    payload.roomId === of.roomId ? [[payload.userId, payload.change]] : [],
  );

describe('who may ask for a change, and for which (R14)', () => {
  beforeAll(async () => {
    found = await openRoom(room);
  });

  it('the steward, who does not read why the room was asked for, and whoever did; to others the room does not exist, or they are told', async () => {
    const { people } = found;
    const { [people.nurse.userId]: nurseSeat } = await seat();
    const remove = { removeMembershipIds: [nurseSeat] };
    expect(codes(await file(people.nurse, remove))).toEqual(['FORBIDDEN']);
    expect(codes(await file(people.family, remove))).toEqual(['FORBIDDEN']);
    expect(codes(await file(people.officer, remove))).toEqual(['FORBIDDEN']);
    for (const who of [people.outsider, people.otherDistrict]) expect(codes(await file(who, remove))).toEqual(['NOT_FOUND']);
    const asked = 'query ($id: ID!) { room(id: $id) { viewerCanApplyChange applications { id form } } }';
    for (const [who, may, forms] of [
      [people.careManager, true, []],
      [people.physician, true, ['FORM_4_1']],
      [people.nurse, false, []],
      [people.family, false, []],
    ] as const) {
      const shown = (await room.get(who, asked, { id: found.roomId })).room;
      expect([shown.viewerCanApplyChange, shown.applications.map(({ form }: { form: string }) => form)]).toEqual([may, forms]);
    }
    const denied = await queryAsAdmin<{ actor: string }>(
      room.environment.database.adminUrl,
      `select distinct line->>'actorId' as actor from audit_entry where line->>'action' = 'DENIED' and line->>'roomId' = $1`,
      [found.roomId],
    );
    const tried = [people.nurse, people.outsider, people.otherDistrict].map(({ userId }) => userId);
    expect(denied.map(({ actor }) => actor)).toEqual(expect.arrayContaining(tried));
  });

  it('says which rule stands against it, and does nothing', async () => {
    const { people } = found;
    const seats = await seat();
    const [nurseSeat, managerSeat] = [seats[people.nurse.userId], seats[people.careManager.userId]];
    const newcomer = { userId: people.otherNurse.userId, role: 'CARE_TEAM' };
    room.identity.deactivated.add(people.outsider.userId);
    for (const [override, expected] of [
      [{}, [['BLANK', 'add']]],
      [{ add: [newcomer], effectiveAt: inMinutes(-2) }, [['INVALID', 'effectiveAt']]],
      [{ add: [newcomer], effectiveAt: inMinutes(60 * 24 * 400) }, [['INVALID', 'effectiveAt']]],
      [{ add: [{ userId: people.nurse.userId, role: 'CARE_TEAM' }] }, [['ALREADY_EXISTS', 'add.0.userId']]],
      [{ add: [newcomer, newcomer] }, [['ALREADY_EXISTS', 'add.1.userId']]],
      [{ add: [{ userId: people.outsider.userId, role: 'CARE_TEAM' }] }, [['MEMBER_HAS_NO_ID', 'add.0.userId']]],
      [{ add: [{ ...newcomer, role: 'FAMILY' }] }, [['NOT_A_CARE_PROVIDER', 'add.0.role']]],
      [{ removeMembershipIds: [newId()] }, [['INVALID', 'removeMembershipIds.0']]],
      [{ removeMembershipIds: [nurseSeat, nurseSeat] }, [['ALREADY_EXISTS', 'removeMembershipIds.1']]],
      [{ removeMembershipIds: [managerSeat] }, [['STEWARD_REQUIRED', 'newStewardUserId']]],
      [{ removeMembershipIds: [managerSeat], newStewardUserId: people.careManager.userId }, [['STEWARD_REQUIRED', 'newStewardUserId']]],
      [{ newStewardUserId: people.careManager.userId }, [['STEWARD_REQUIRED', 'newStewardUserId']]],
      [{ newStewardUserId: people.family.userId }, [['STEWARD_REQUIRED', 'newStewardUserId']]],
      [
        { add: [newcomer], newStewardUserId: people.otherNurse.userId, removeMembershipIds: [managerSeat] },
        [['STEWARD_REQUIRED', 'newStewardUserId']],
      ],
      [{ removeMembershipIds: [nurseSeat], newStewardUserId: people.nurse.userId }, [['STEWARD_REQUIRED', 'newStewardUserId']]],
      [{ removeMembershipIds: [nurseSeat], reason: '番号 1234 5678 9018' }, [['MY_NUMBER_NOT_ALLOWED', 'reason']]],
    ] as [object, [string, string][]][]) {
      const { userErrors } = await file(people.careManager, override);
      const told = userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field.slice(1).join('.')]);
      expect(told, JSON.stringify(override)).toEqual(expected);
    }
    room.identity.deactivated.delete(people.outsider.userId);
    expect(messages(await file(people.careManager, { removeMembershipIds: [managerSeat] }))).toEqual([
      '世話役が抜けるときは、あとを継ぐ方を選んでください。',
    ]);
    expect(await isIn(people.nurse)).toBe(true);
    expect(await stewardOf()).toBe(people.careManager.userId);
  });
});

describe('who goes', () => {
  it('is out from the minute on though nobody has reviewed it, is told of it, and what is written follows', async () => {
    found = await openRoom(room);
    const { people } = found;
    const { [people.nurse.userId]: nurseSeat } = await seat();
    const effectiveAt = inMinutes(60);
    const filed = await file(people.careManager, { removeMembershipIds: [nurseSeat], effectiveAt, reason: '担当が替わった' });
    expect(filed).toMatchObject({
      userErrors: [],
      replayed: false,
      roomApplication: {
        form: 'FORM_4_2',
        status: 'SUBMITTED',
        receiptNumber: expect.stringMatching(/^K42-\d{8}-\d{4}$/),
        entries: [{ status: 'SUBMITTED', officer: null }],
        details: { remove: [{ displayName: '鈴木 花子', calledOffAt: null }], add: [], reason: '担当が替わった' },
      },
    });
    expect(new Date(filed.roomApplication.details.effectiveAt).toISOString()).toBe(effectiveAt);
    expect(await isIn(people.nurse)).toBe(true);
    const told = await room.bus.published('room.membershipChanged', ({ change, roomId }) => change === 'ENDING' && roomId === found.roomId);
    expect(told.payload).toMatchObject({ userId: people.nurse.userId, until: effectiveAt, status: 'ACTIVE' });
    await passTime();
    expect(await isIn(people.nurse)).toBe(false);
    expect(await room.runJob('membership-settling')).toBe(1);
    expect(await room.runJob('membership-settling')).toBe(0);
    await expect.poll(async () => (await changesOf()).at(-1)).toEqual([people.nurse.userId, 'LEFT']);
  });

  it('of two who ask at once one wins and the other is told; withdrawn or turned down in time nobody goes', async () => {
    found = await openRoom(room);
    const { people } = found;
    const { [people.nurse.userId]: nurseSeat, [people.family.userId]: familySeat } = await seat();
    const both = await Promise.all([
      file(people.careManager, { removeMembershipIds: [nurseSeat], effectiveAt: inMinutes(60) }),
      file(people.physician, { removeMembershipIds: [familySeat], effectiveAt: inMinutes(60) }),
    ]);
    expect(both.flatMap(codes)).toEqual(['ALREADY_EXISTS']);
    expect(both.flatMap(messages)).toEqual(['この部屋には、受付中の同じ申込があります。ほかの方が先に出しました。']);
    const won = both.find(({ roomApplication }) => roomApplication !== null)?.roomApplication;
    const [winner, loser] = both[0].roomApplication ? [people.careManager, people.physician] : [people.physician, people.careManager];
    const withdraw = 'mutation ($id: ID!) { roomApplicationWithdraw(id: $id, expectedVersion: 1) { userErrors { code } } }';
    expect(codes((await room.get(loser, withdraw, { id: won.id })).roomApplicationWithdraw)).toEqual(['NOT_FOUND']);
    expect(codes((await room.get(winner, withdraw, { id: won.id })).roomApplicationWithdraw)).toEqual([]);
    await passTime();
    expect(await room.runJob('membership-settling')).toBe(0);
    expect([await isIn(people.nurse), await isIn(people.family)]).toEqual([true, true]);
    const again = (await file(people.careManager, { removeMembershipIds: [nurseSeat], effectiveAt: inMinutes(60) })).roomApplication;
    const input = { decision: 'REJECT', reason: '理由が違います', expectedVersion: 1 };
    await room.get(people.officer, reviewApplication, { id: again.id, input });
    await passTime();
    expect(await isIn(people.nurse)).toBe(true);
  });

  it('takes the seat of the steward along in the same minute, to who was chosen; exactly one has it before and after', async () => {
    found = await openRoom(room);
    const { people } = found;
    const { [people.careManager.userId]: managerSeat } = await seat();
    const filed = await file(people.careManager, {
      removeMembershipIds: [managerSeat],
      newStewardUserId: people.nurse.userId,
      effectiveAt: inMinutes(60),
    });
    expect(codes(filed)).toEqual([]);
    expect(await stewardOf()).toBe(people.careManager.userId);
    await passTime();
    expect([await isIn(people.careManager), await stewardOf()]).toEqual([false, people.nurse.userId]);
    expect(await room.runJob('membership-settling')).toBe(2);
    expect(await stewardOf()).toBe(people.nurse.userId);
    await expect
      .poll(async () => (await changesOf()).slice(-2))
      .toEqual([
        [people.nurse.userId, 'STEWARD'],
        [people.careManager.userId, 'LEFT'],
      ]);
    await approve(room, found, filed.roomApplication.id);
    expect(codes((await room.get(people.officer, executeApplication, { id: filed.roomApplication.id })).roomApplicationExecute)).toEqual(
      [],
    );
    expect(await stewardOf()).toBe(people.nurse.userId);
  });
});

describe('who comes, and a steward who stays', () => {
  it('only once two officers have said so and it was carried out, and not before the minute', async () => {
    found = await openRoom(room);
    const { people } = found;
    const filed = await file(people.physician, {
      add: [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }],
      newStewardUserId: people.nurse.userId,
      effectiveAt: inMinutes(60),
    });
    const id = filed.roomApplication.id;
    const invited = async (): Promise<{ id: string }[]> =>
      (await room.get(people.otherNurse, invitationsOf, { r: [{ __typename: 'Viewer', id: people.otherNurse.userId }] }))._entities[0]
        .invitations;
    const execute = async (): Promise<string[]> =>
      codes((await room.get(people.officer, executeApplication, { id })).roomApplicationExecute);
    await room.get(people.officer, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 1 } });
    expect(await execute()).toEqual(['INVALID_STATE']);
    const own = await room.get(people.officer, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 2 } });
    expect(codes(own.roomApplicationReview)).toEqual(['FORBIDDEN']);
    await room.get(people.otherOfficer, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 2 } });
    room.identity.deactivated.add(people.otherNurse.userId);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await execute()).toEqual(['CONSENT_REQUIRED', 'MEMBER_HAS_NO_ID']);
    room.identity.deactivated.delete(people.otherNurse.userId);
    await tellConsent(room, found, 'ACTIVE');
    expect(await execute()).toEqual([]);
    expect([await invited(), await stewardOf()]).toEqual([[], people.careManager.userId]);
    const membershipId = (
      await queryAsAdmin<{ id: string }>(room.environment.database.adminUrl, 'select id from room_membership where user_id = $1', [
        people.otherNurse.userId,
      ])
    )[0]?.id;
    expect(codes((await room.get(people.otherNurse, acceptInvitation, { id: membershipId })).roomInvitationAccept)).toEqual([
      'INVALID_STATE',
    ]);
    await passTime();
    expect([(await invited()).length, await stewardOf()]).toEqual([1, people.nurse.userId]);
    expect(codes((await room.get(people.otherNurse, acceptInvitation, { id: membershipId })).roomInvitationAccept)).toEqual([]);
    expect([await isIn(people.otherNurse), await isIn(people.careManager)]).toEqual([true, true]);
    expect(await room.runJob('membership-settling')).toBe(2);
    expect(await stewardOf()).toBe(people.nurse.userId);
    const shown = (
      await room.get(people.physician, 'query ($id: ID!) { roomApplication(id: $id) { status entries { status officer { id } } } }', { id })
    ).roomApplication;
    expect(shown.entries.map(({ status, officer }: { status: string; officer: { id: string } | null }) => [status, officer?.id])).toEqual([
      ['SUBMITTED', undefined],
      ['IN_REVIEW', people.officer.userId],
      ['APPROVED', people.otherOfficer.userId],
      ['COMPLETED', people.officer.userId],
    ]);
  });

  it('what was returned is mended under its number; who was to go then stays until what it says now', async () => {
    found = await openRoom(room);
    const { people } = found;
    const { [people.nurse.userId]: nurseSeat, [people.family.userId]: familySeat } = await seat();
    const filed = (await file(people.careManager, { removeMembershipIds: [nurseSeat], effectiveAt: inMinutes(60) })).roomApplication;
    const { id, receiptNumber } = filed;
    await room.get(people.officer, reviewApplication, { id, input: { decision: 'RETURN', reason: '家族の方では', expectedVersion: 1 } });
    expect(codes(await file(people.physician, { removeMembershipIds: [familySeat] }))).toEqual(['ALREADY_EXISTS']);
    const resubmit = `mutation ($id: ID!, $input: RoomApplicationFormInput!, $v: Int!) { roomApplicationResubmit(id: $id, input: $input, expectedVersion: $v) {
      userErrors { code field } roomApplication { receiptNumber status version details { ... on RoomChangeDetails { remove { displayName } } } } } }`;
    const mended = { change: changeInput(found, { removeMembershipIds: [familySeat], effectiveAt: inMinutes(60) }) };
    const again = async (who: PersonViewer, v: number, input: object = mended): Promise<any> =>
      (await room.get(who, resubmit, { id, input, v })).roomApplicationResubmit;
    expect(codes(await again(people.physician, 2))).toEqual(['NOT_FOUND']);
    expect(codes(await again(people.careManager, 1))).toEqual(['STALE_VERSION']);
    expect(codes(await again(people.careManager, 2, {}))).toEqual(['INVALID']);
    expect(codes(await again(people.careManager, 2, { change: changeInput(found, {}) }))).toEqual(['BLANK']);
    expect(await again(people.careManager, 2)).toMatchObject({
      userErrors: [],
      roomApplication: { receiptNumber, status: 'SUBMITTED', version: 3, details: { remove: [{ displayName: '田中 美咲' }] } },
    });
    expect(codes(await again(people.careManager, 3))).toEqual(['INVALID_STATE']);
    await passTime();
    expect([await isIn(people.nurse), await isIn(people.family)]).toEqual([true, false]);
  });
});
