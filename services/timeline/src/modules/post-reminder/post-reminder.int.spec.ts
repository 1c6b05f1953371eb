/** R22 over GraphQL on a real PostgreSQL: a post is told again to whom it has not reached, and to nobody else. */
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await room.member(room.people.careManager, 'CARE_TEAM', { isSteward: true });
});
afterAll(() => world.close());

const fields = 'id viewerCanRemind reminders { byName waitingCount }';
const remindDocument = `mutation ($id: ID!, $key: ID!) { postRemind(id: $id, idempotencyKey: $key) { post { ${fields} } userErrors { code field message } } }`;
const remind = async (who: Viewer, id: string, key = newId()): Promise<any> =>
  (await world.client.get(who, remindDocument, { id, key })).postRemind;
const read = async (who: Viewer, id: string): Promise<any> =>
  (await world.client.get(who, `query ($id: ID!) { post(id: $id) { ${fields} } }`, { id })).post;
const codes = ({ userErrors }: any): string[] => userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);
const press = (who: Viewer, id: string) =>
  world.client.get(who, `mutation ($id: ID!, $key: ID!) { postAcknowledge(id: $id, idempotencyKey: $key) { userErrors { code } } }`, {
    id,
    key: newId(),
  });

/** Whom it was told again to, when everything on the bus has been heard. */
async function told(id: string): Promise<string[]> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
  const rows = await stored<{ user_id: string; kind: string; importance: string }>(
    world,
    `select user_id, kind, importance from notification where target_id = $1 and cause like 'reminder:%' order by seq`,
    [id],
  );
  const nameOf = (user: string) => Object.entries(room.people).find(([, one]) => (one as PersonViewer).userId === user)?.[0] ?? user;
  return rows.map(({ user_id: user, kind, importance }) => `${nameOf(user)} ${kind} ${importance}`).sort();
}

test('to those who have not said 了解, by its writer or the steward, once an hour', async () => {
  const { physician, nurse, careManager, family, outsider } = room.people;
  const { post: written } = await post(world, physician, room, { requestAcknowledgement: true });
  const id = (written as { id: string }).id;
  await press(nurse, id);
  expect([
    (await read(physician, id)).viewerCanRemind,
    (await read(careManager, id)).viewerCanRemind,
    (await read(nurse, id)).viewerCanRemind,
  ]).toEqual([true, true, false]);
  expect(codes(await remind(nurse, id))).toEqual(['FORBIDDEN id']);
  for (const who of [family, outsider]) expect(codes(await remind(who, id))).toEqual(['NOT_FOUND id']);
  expect(codes(await remind(physician, id, 'x'))).toEqual(['INVALID idempotencyKey']);
  const key = newId();
  for (const _again of [1, 2])
    expect((await remind(physician, id, key)).post).toMatchObject({
      viewerCanRemind: false,
      reminders: [{ byName: physician.labels.name, waitingCount: 1 }],
    });
  const soon = await remind(careManager, id);
  expect([codes(soon), soon.userErrors[0].message]).toEqual([
    ['INVALID_STATE id'],
    '少し前に知らせたばかりです。あと60分たつと、もう一度知らせられます。',
  ]);
  expect(await told(id)).toEqual(['careManager ACKNOWLEDGEMENT_REQUESTED IMPORTANT']);
  await queryAsAdmin(world.environment.database.adminUrl, `update post_reminder set at = at - interval '61 minutes' where post_id = $1`, [
    id,
  ]);
  await press(careManager, id);
  expect((await remind(physician, id)).userErrors[0].message).toBe('もう全員に届いています。');
});

test('where no 了解 is asked for, to those who have not read it; the family among them as far as it sees it', async () => {
  const { physician, nurse, family, patient } = room.people;
  const { post: written } = await post(world, physician, room, { audience: 'EVERYONE' });
  const id = (written as { id: string }).id;
  const { post: another } = await post(world, physician, room, {});
  const key = newId();
  expect(codes(await remind(physician, (another as { id: string }).id, key))).toEqual([]);
  expect(codes(await remind(physician, id, key))).toEqual(['INVALID idempotencyKey']);
  await world.client.get(
    nurse,
    'mutation ($room: ID!, $id: ID!) { roomMarkRead(roomId: $room, upToPostId: $id) { userErrors { code } } }',
    {
      room: room.roomId,
      id,
    },
  );
  expect((await remind(physician, id)).post.reminders).toEqual([{ byName: physician.labels.name, waitingCount: 3 }]);
  expect(await told(id)).toEqual(['careManager POST IMPORTANT', 'family POST IMPORTANT', 'patient POST IMPORTANT']);
  expect((await read(family, id)).reminders).toHaveLength(1);
  await room.status('CLOSED');
  expect(codes(await remind(physician, id))).toEqual(['ROOM_CLOSED id']);
  expect((await read(patient, id)).viewerCanRemind).toBe(false);
});

test('a post that was taken back is told to nobody; the record has who told it again', async () => {
  const { physician, nurse } = room.people;
  const { post: written } = await post(world, physician, room, {});
  const id = (written as { id: string }).id;
  await remind(physician, id);
  const lines = `select 1 from audit_entry where line->>'subjectId' = $1 and line->>'action' = 'UPDATE' and line->>'actorId' = $2`;
  expect(await stored(world, lines, [id, physician.userId])).toHaveLength(1);
  await world.client.get(
    physician,
    'mutation ($id: ID!) { postRetract(id: $id, reason: "違う方", expectedVersion: 1) { userErrors { code } } }',
    { id },
  );
  expect(codes(await remind(physician, id))).toEqual(['INVALID_STATE id']);
  expect((await read(nurse, id)).viewerCanRemind).toBe(false);
});
