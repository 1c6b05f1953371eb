/** R16 over GraphQL on a real PostgreSQL: form 4-3 closes a room, and nothing is changed in it from then on. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { family, newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  approve,
  type Case,
  changeInput,
  changeRoom,
  closeRoom,
  closureInput,
  codes,
  executeApplication,
  membershipsOf,
  openRoom,
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

const seat = async (): Promise<Record<string, string>> => membershipsOf(room, found.people.patient, found.roomId);
const change = async (override: object): Promise<any> =>
  (await room.get(found.people.careManager, changeRoom, { input: changeInput(found, override) })).roomChangeApply;
const messages = (payload: { userErrors: { message: string }[] }): string[] => payload.userErrors.map(({ message }) => message);

describe('a room that is closed by form 4-3 (R16)', () => {
  it('is read by everybody and changed by nobody, once two officers have said so', async () => {
    found = await openRoom(room);
    const { people } = found;
    const close = async (who: PersonViewer, override: object = {}): Promise<any> =>
      (await room.get(who, closeRoom, { input: closureInput(found, override) })).roomClosureApply;
    for (const [who, override, expected] of [
      [people.nurse, {}, ['FORBIDDEN']],
      [people.outsider, {}, ['NOT_FOUND']],
      [people.careManager, { informed: ' ' }, ['BLANK']],
      [people.careManager, { copies: [] }, ['BLANK']],
      [people.careManager, { exportToUserId: people.outsider.userId }, ['NOT_FOUND']],
    ] as [PersonViewer, object, string[]][])
      expect(codes(await close(who, override))).toEqual(expected);
    // Closed also when the consent has been withdrawn.
    await tellConsent(room, found, 'WITHDRAWN');
    const filed = await close(people.careManager, { exportToUserId: people.physician.userId });
    expect(filed).toMatchObject({
      userErrors: [],
      roomApplication: { form: 'FORM_4_3', details: { closureReason: 'MOVED', informed: 'ご家族', exportToName: '佐藤 健一' } },
    });
    expect(codes(await close(people.physician))).toEqual(['ALREADY_EXISTS']);
    const id = filed.roomApplication.id;
    await approve(room, found, id);
    const execute = async (): Promise<any> => (await room.get(people.officer, executeApplication, { id })).roomApplicationExecute;
    expect(await execute()).toMatchObject({ userErrors: [], roomApplication: { status: 'COMPLETED' } });
    expect(codes(await execute())).toEqual(['INVALID_STATE']);
    const told = await room.bus.published('room.roomChanged', ({ roomId, status }) => roomId === found.roomId && status === 'CLOSING');
    expect(told.payload.patientId).toBe(found.patientId);
    await tellConsent(room, found, 'ACTIVE');
    const asked = 'query ($id: ID!) { room(id: $id) { status viewerCanPost viewerCanApplyChange patient { name viewerCanUpdate } } }';
    for (const who of [people.nurse, people.family, people.careManager])
      expect((await room.get(who, asked, { id: found.roomId })).room).toEqual({
        status: 'CLOSING',
        viewerCanPost: false,
        viewerCanApplyChange: false,
        patient: { name: '田中 ハル', viewerCanUpdate: false },
      });
    const { [people.nurse.userId]: nurseSeat } = await seat();
    const late = await change({ removeMembershipIds: [nurseSeat] });
    expect([codes(late), messages(late)]).toEqual([['INVALID_STATE'], ['この部屋は終了の手続きに入っているため、変更できません。']]);
    expect(codes(await close(people.careManager))).toEqual(['INVALID_STATE']);
  });

  it('is not closed past answers that are owed, unless whoever files it says so', async () => {
    found = await openRoom(room);
    const { people, roomId } = found;
    const [done, left] = [newId(), newId()];
    const tell = (postId: string, isOpen: boolean): Promise<unknown> =>
      room.bus.publish('timeline.askStanding', { postId, roomId, isOpen });
    for (const postId of [done, left, left]) await tell(postId, true);
    await tell(done, false);
    const close = async (override: object = {}): Promise<any> =>
      (await room.get(people.careManager, closeRoom, { input: closureInput(found, override) })).roomClosureApply;
    const refused = await close();
    expect(refused.userErrors).toEqual([
      { code: 'INVALID_STATE', field: ['input', 'leaveAsksOpen'], message: expect.stringContaining('1件あります') },
    ]);
    await room.restart();
    expect(codes(await close())).toEqual(['INVALID_STATE']);
    expect(codes(await close({ leaveAsksOpen: true }))).toEqual([]);
    // Of another room nothing is owed.
    const other = await openRoom(room);
    expect(codes((await room.get(other.people.careManager, closeRoom, { input: closureInput(other) })).roomClosureApply)).toEqual([]);
  });

  it('is not changed by what was approved before', async () => {
    found = await openRoom(room);
    const { people } = found;
    const add = [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }];
    const filed = (await change({ add })).roomApplication.id;
    const closure = (await room.get(people.careManager, closeRoom, { input: closureInput(found) })).roomClosureApply.roomApplication.id;
    await approve(room, found, filed);
    await approve(room, found, closure);
    await room.get(people.officer, executeApplication, { id: closure });
    await room.restart();
    expect(codes((await room.get(people.officer, executeApplication, { id: filed })).roomApplicationExecute)).toEqual(['INVALID_STATE']);
    expect(Object.keys(await seat())).not.toContain(people.otherNurse.userId);
  });

  it('takes nobody in and is worked in by nobody, through whichever door; of another room each is open', async () => {
    const rooms = [await doorsOf(await openRoom(room)), await doorsOf(await openRoom(room))] as const;
    const [closing, open] = rooms;
    const { people } = (found = closing.of);
    const copies = [people.physician, people.nurse, people.careManager, people.otherNurse].map(({ facilityId }) => ({
      facilityId,
      isSaved: true,
    }));
    const closure = (await room.get(people.careManager, closeRoom, { input: closureInput(found, { copies }) })).roomClosureApply;
    await approve(room, found, closure.roomApplication.id);
    await room.get(people.officer, executeApplication, { id: closure.roomApplication.id });
    expect(await open.tried()).toEqual(['STALE_VERSION', '', '', '', '', '']);
    expect(await closing.tried()).toEqual(['FORBIDDEN', 'INVALID_STATE', 'INVALID_STATE', 'NOT_FOUND', 'INVALID_STATE', 'INVALID_STATE']);
  });
});

/** A room with somebody invited, a relative with a code, and a check of the week that is due. */
async function doorsOf(of: Case & { roomId: string }): Promise<{ of: typeof of; tried: () => Promise<string[]> }> {
  const { people, roomId, patientId } = of;
  found = of;
  const filed = (await change({ add: [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }] })).roomApplication.id;
  await approve(room, of, filed);
  await room.get(people.officer, executeApplication, { id: filed });
  await room.runJob('weekly-check', new Date(Date.now() + 7 * 86_400_000));
  const checks = 'query ($id: ID!) { room(id: $id) { weeklyChecks { id } } }';
  const checkId = (await room.get(people.careManager, checks, { id: roomId })).room.weeklyChecks[0].id;
  const invite = 'mutation ($input: FamilyInvitationInput!) { familyInvitationCreate(input: $input) { code userErrors { code } } }';
  const birthDate = '1971-05-06';
  const relative = (): object => ({
    input: { idempotencyKey: newId(), roomId, role: 'FAMILY', name: '田中 一郎', nameKana: 'たなか いちろう', birthDate },
  });
  const paper = (await room.get(people.careManager, invite, relative())).familyInvitationCreate;
  const son = family({ districtId: people.districtId });
  room.identity.know(son);
  const join = 'mutation ($input: FamilyAcceptInput!) { familyInvitationAccept(input: $input) { userErrors { code } } }';
  const invited = (await seat())[people.otherNurse.userId];
  const edit = 'mutation ($id: ID!) { patientUpdate(id: $id, input: { expectedVersion: 99, address: "x" }) { userErrors { code } } }';
  const remind = 'mutation ($id: ID!) { roomMembershipRemind(membershipId: $id) { userErrors { code } } }';
  const sign = 'mutation ($id: ID!) { weeklyCheckComplete(id: $id, input: { outcome: ALL_GOOD }) { userErrors { code } } }';
  const doors: [PersonViewer, string, () => object][] = [
    [people.physician, edit, () => ({ id: patientId })],
    [people.careManager, remind, () => ({ id: invited })],
    [people.careManager, invite, relative],
    [son, join, () => ({ input: { proof: { code: paper.code, birthDate } } })],
    [people.otherNurse, acceptInvitation, () => ({ id: invited })],
    [people.careManager, sign, () => ({ id: checkId })],
  ];
  const tried = async (): Promise<string[]> => {
    const met: string[] = [];
    for (const [who, mutation, variables] of doors) {
      const [payload] = Object.values(await room.get<Record<string, any>>(who, mutation, variables() as Record<string, unknown>));
      met.push(codes(payload).join());
    }
    return met;
  };
  return { of, tried };
}
