/** R15 over GraphQL on a real PostgreSQL: the steward hands a member over to the center, once; the center's word that it has helped ends it. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { newId, officer } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, codes, membershipsOf, openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
let nurseSeat: string;
beforeAll(async () => {
  room = await startRoom();
  found = await openRoom(room);
  nurseSeat = (await membershipsOf(room, found.people.careManager, found.roomId))[found.people.nurse.userId] ?? '';
});
afterAll(() => room.close());

const fields = 'id topic note roomNumber memberName memberUser { id } member { id } referredByName resolvedAt';
const creating = `mutation ($input: SupportReferralInput!) { supportReferralCreate(input: $input) { userErrors { code field } supportReferral { ${fields} } } }`;
const input = (override: object = {}): object => ({
  idempotencyKey: newId(),
  roomId: found.roomId,
  membershipId: nurseSeat,
  topic: 'SIGN_IN',
  ...override,
});
const refer = async (viewer: PersonViewer, given: object): Promise<any> =>
  (await room.get(viewer, creating, { input: given })).supportReferralCreate;
const listed = async (viewer: PersonViewer): Promise<any[]> =>
  (await room.get(viewer, `query ($id: ID!) { room(id: $id) { supportReferrals { ${fields} } } }`, { id: found.roomId })).room
    ?.supportReferrals ?? [];
const read = async (viewer: PersonViewer, id: string): Promise<any> =>
  (await room.entities(viewer, 'SupportReferral', `{ ${fields} }`, [id]))[0];

test('the steward alone hands over who is in the room, once for each id, and the center of the district reads whom it is to help', async () => {
  const { people } = found;
  for (const [other, code] of [
    [people.physician, 'FORBIDDEN'],
    [people.family, 'FORBIDDEN'],
    [people.outsider, 'NOT_FOUND'],
    [people.officer, 'NOT_FOUND'],
  ] as const)
    expect(codes(await refer(other, input()))).toEqual([code]);
  expect(codes(await refer(people.careManager, input({ membershipId: newId() })))).toEqual(['INVALID']);
  expect(codes(await refer(people.careManager, input({ topic: 'OTHER' })))).toEqual(['BLANK']);
  expect(codes(await refer(people.careManager, input({ note: '１２３４５６７８９０１８' })))).toEqual(['MY_NUMBER_NOT_ALLOWED']);
  expect(codes(await refer(people.careManager, input({ note: 'あ'.repeat(501) })))).toEqual(['TOO_LONG']);
  expect(await listed(people.careManager)).toEqual([]);
  const given = input({ idempotencyKey: newId(), note: '端末を替えてから入れないそうです' });
  const [first, second] = await Promise.all([refer(people.careManager, given), refer(people.careManager, given)]);
  expect([first.userErrors, second.userErrors]).toEqual([[], []]);
  expect(codes(await refer(people.careManager, { ...given, topic: 'DEVICE' }))).toEqual(['INVALID']);
  const { id } = first.supportReferral;
  expect(await listed(people.careManager)).toMatchObject([{ id, topic: 'SIGN_IN', resolvedAt: null, member: { id: nurseSeat } }]);
  expect(await read(people.officer, id)).toMatchObject({
    memberUser: { id: people.nurse.userId },
    member: null,
    memberName: expect.any(String),
  });
  for (const other of [people.physician, people.nurse, people.family, people.outsider, officer()]) {
    expect(await listed(other)).toEqual([]);
    expect(await read(other, id)).toBeNull();
  }
  const isOurs = ({ supportReferralId }: { supportReferralId: string }): boolean => supportReferralId === id;
  await room.bus.published('room.supportReferred', isOurs);
  expect((await room.bus.all('room.supportReferred')).filter(({ payload }) => isOurs(payload))).toHaveLength(1);

  await room.bus.publish('identity.supportEnded', { supportReferralId: id, districtId: people.officer.districtId });
  const ended = await until('it has ended', async () => (await listed(people.careManager)).find(({ resolvedAt }) => resolvedAt));
  expect(ended).toMatchObject({ id });
});
