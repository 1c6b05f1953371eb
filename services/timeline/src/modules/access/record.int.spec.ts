/** R32: nothing is told before it is in the access record, however many ask at once; and nothing at all when it cannot be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@heya/testkit/viewers';
import { openWorld, post, postCreate, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  await post(world, room.people.nurse, room);
});
afterAll(() => world.close());

const page = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Room { posts { nodes { id body } } } } }`;
const ask = (viewer = room.people.physician) => world.client.ask(viewer, page, { r: [{ __typename: 'Room', id: room.roomId }] });
const lines = async (): Promise<{ n: number; requests: number }> => {
  const [found] = await stored<{ n: number; requests: number }>(
    world,
    "select count(*)::int as n, count(distinct line->>'requestId')::int as requests from audit_entry where line->>'action' = 'VIEW' and line->>'actorId' = $1",
    [room.people.physician.userId],
  );
  return found as { n: number; requests: number };
};

test('sixty readers at once are sixty lines, each written when its answer is there', async () => {
  const before = await lines();
  let answered = 0;
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      expect((await ask()).errors).toBeUndefined();
      answered += 1;
      const told = answered;
      expect((await lines()).n - before.n).toBeGreaterThanOrEqual(told);
    }),
  );
  const after = await lines();
  expect([after.n - before.n, after.requests - before.requests]).toEqual([60, 60]);
});

test('whoever reads the room by way of what they post has looked at the room, and what is sent twice is such a look too', async () => {
  const { nurse } = room.people;
  const looks = () =>
    stored<{ line: object }>(
      world,
      "select line from audit_entry where line->>'actorId' = $1 and line->>'action' = 'VIEW' and line->>'subjectType' = 'Room' order by seq",
      [nurse.userId],
    );
  const mutation = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { room { posts(last: 100) { nodes { body } } } } userErrors { code } } }`;
  const input = { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', body: 'お薬を届けました' };
  for (const _ of ['written', 'sent again']) {
    const before = (await looks()).length;
    const { postCreate: done } = await world.client.get(nurse, mutation, { input });
    expect(done.post.room.posts.nodes.length).toBeGreaterThan(1);
    const found = await looks();
    expect(found).toHaveLength(before + 1);
    expect(found.at(-1)?.line).toMatchObject({ roomId: room.roomId, patientId: room.patientId, authority: 'MEMBERSHIP' });
  }
});

test('whatever is done with a post is a line of who did it, and so is each refusal to a stranger', async () => {
  const { nurse, physician, outsider } = room.people;
  const ask = { toUserId: physician.userId, dueAt: new Date(Date.now() + 3_600_000) };
  const id = (await post(world, nurse, room, { ask })).post?.id as string;
  const done = [
    [nurse, 'postUpdate(id: $id, input: { body: "直しました", expectedVersion: 1 })'],
    [physician, 'postAcknowledge(id: $id, idempotencyKey: $id)'],
    [physician, 'askTake(postId: $id)'],
    [physician, 'askComplete(postId: $id)'],
    [physician, 'postPin(id: $id, pinned: true)'],
    [nurse, 'postRetract(id: $id, reason: "別の方", expectedVersion: 2)'],
  ] as const;
  const linesOf = async ({ userId }: { userId: string }): Promise<unknown[]> => {
    const kept = `select line->>'action' as action, line->>'outcome' as outcome, line->>'categories' as classes, line->>'patientId' as patient
      from audit_entry where line->>'subjectId' = $1 and line->>'actorId' = $2 and line->>'subjectType' in ('Post', 'Acknowledgement') order by seq`;
    return (await stored(world, kept, [id, userId])).map(({ action, outcome, classes, patient }) => [
      action,
      outcome,
      classes,
      patient === room.patientId,
    ]);
  };
  for (const [member, field] of done)
    for (const who of [outsider, member]) {
      const change = `mutation ($id: ID!) { done: ${field} { userErrors { code } } }`;
      expect((await world.client.get(who, change, { id })).done.userErrors).toEqual(who === outsider ? [{ code: 'NOT_FOUND' }] : []);
    }
  const line = (action: string, outcome = 'ALLOWED') => [action, outcome, '["DAILY_CONDITION"]', true];
  expect(await linesOf(nurse)).toEqual(['CREATE', 'UPDATE', 'RETRACT'].map((action) => line(action)));
  expect(await linesOf(physician)).toEqual(['CREATE', 'UPDATE', 'UPDATE', 'UPDATE'].map((action) => line(action)));
  expect(await linesOf(outsider)).toEqual(done.map(() => line('DENIED', 'DENIED_ROLE')));
});

test('an answer whose look cannot be recorded does not leave', async () => {
  await stored(world, 'revoke insert on audit_entry from heya_timeline');
  for (const viewer of [room.people.physician, room.people.outsider]) {
    const answer = await ask(viewer);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(JSON.stringify(answer)).not.toContain('食事');
  }
  expect(
    (
      await world.client.ask(room.people.nurse, 'mutation ($r: ID!) { roomMarkRead(roomId: $r, upToPostId: $r) { room { id } } }', {
        r: room.roomId,
      })
    ).errors,
  ).toBeDefined();
  await stored(world, 'grant insert on audit_entry to heya_timeline');
  expect((await timelineOf(world, room.people.physician, room)).posts.nodes).toHaveLength(3);
});

test('a post that the database refuses leaves nothing but the line of its refusal', async () => {
  const { careManager } = room.people;
  await stored(world, 'create policy ended on post as restrictive for insert with check (false)');
  const answer = await world.client.ask(careManager, postCreate, {
    input: { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', kind: 'NOTE', body: '届かない' },
  });
  await stored(world, 'drop policy ended on post');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const left = await stored<{ line: object }>(world, "select line from audit_entry where line->>'actorId' = $1", [careManager.userId]);
  expect(left.map(({ line }) => line)).toMatchObject([
    { action: 'DENIED', outcome: 'DENIED_ROLE', roomId: room.roomId, patientId: room.patientId, districtId: room.people.districtId },
  ]);
});
