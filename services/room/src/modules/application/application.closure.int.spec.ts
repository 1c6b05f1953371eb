/** R16 over GraphQL on a real PostgreSQL: form 4-3 closes a room, and nothing is changed in it from then on. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
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
});
