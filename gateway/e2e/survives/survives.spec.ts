/** kill -9 of every process while people write and follow: nothing acknowledged is lost, nothing arrives twice, streams go on by cursor. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '@heya/testkit/wait';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { Joined } from '../../../infra/local/journeys/join.ts';
import type { PartName } from '../../../infra/local/stack.mjs';
import { Follower } from '../support/live.ts';
import { type People, signInAll } from '../support/people.ts';
import { openedRoom, post } from '../support/steps.ts';

const careTeam = ['doctor', 'nurse', 'careManager'];
let stack: Joined;
let people: People;
let roomId: string;
let follower: Follower;
const acknowledged: string[] = [];

beforeAll(async () => {
  stack = await Joined.open('kills');
  people = await signInAll(stack, [...careTeam, 'family', 'clerk', 'approver']);
  ({ roomId } = await openedRoom(people, careTeam, 'careManager'));
  follower = new Follower({ url: stack.urls.socket, session: people('doctor').session, roomId });
});
afterAll(() => follower?.stop());

/** What the portal's outbox does: the same key again until there is an answer. */
async function write(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const idempotencyKey = uuidv7();
    const body = `記録 ${acknowledged.length + 1}`;
    await until(
      'the post is acknowledged',
      () =>
        post(people('nurse'), roomId, { idempotencyKey, body }).then(
          ({ id }) => acknowledged.push(id),
          () => false,
        ),
      30_000,
    );
  }
}

it.each<PartName>(['timeline', 'gateway', 'consent', 'room', 'identity', 'postgres'])('survives kill -9 of %s', async (name) => {
  await write(5);
  stack.kill(name);
  await write(5);
  await stack.ready(name);
  await write(5);
  const created = () => follower.events.filter(({ __typename }) => __typename === 'PostCreated').map(({ post: seen }) => seen?.id);
  await until('the follower has all of it', () => created().length >= acknowledged.length, 20_000);
  expect(created()).toEqual(acknowledged);
  const { room } = await people('doctor').session.ask<{ room: { posts: { nodes: { id: string }[] } } }>(
    'query($id: ID!) { room(id: $id) { posts(first: 100) { nodes { id } } } }',
    { id: roomId },
  );
  expect(room.posts.nodes.map(({ id }) => id).toReversed()).toEqual(acknowledged);
});
