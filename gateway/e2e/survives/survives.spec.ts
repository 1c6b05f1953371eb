/**
 * kill -9 of every process while people write and follow: nothing acknowledged is lost, nothing arrives twice, streams go on by cursor;
 * and people who leave (form 2-2, R7), on their minute, whoever was killed before it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '@heya/testkit/wait';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { Joined } from '../../../infra/local/journeys/join.ts';
import type { PartName } from '../../../infra/local/stack.mjs';
import { Follower } from '../support/live.ts';
import { type People, signInAll } from '../support/people.ts';
import { approveChange, fileChange, statusOf, wholeMinute } from '../support/id-change.ts';
import { openedRoom, post } from '../support/steps.ts';

const careTeam = ['doctor', 'nurse', 'secondNurse', 'careManager'];
let stack: Joined;
let people: People;
let roomId: string;
let follower: Follower;
const leavers: Follower[] = [];
const acknowledged: string[] = [];

beforeAll(async () => {
  stack = await Joined.open('kills');
  people = await signInAll(stack, [...careTeam, 'family', 'facilityAdmin', 'clerk', 'approver']);
  ({ roomId } = await openedRoom(people, careTeam, 'nurse'));
  follower = await follow('doctor');
});
afterAll(() => {
  for (const one of [follower, ...leavers]) one?.stop();
});

/** From what the room shows now: whatever is written after this is seen, however long the socket takes. */
async function follow(role: string): Promise<Follower> {
  const { session } = people(role);
  const { room } = await session.ask<{ room: { eventCursor: string } }>('query($id: ID!) { room(id: $id) { eventCursor } }', {
    id: roomId,
  });
  return new Follower({ url: stack.urls.socket, session, roomId, after: room.eventCursor });
}

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

const sinceEpoch = (at: number): number => performance.timeOrigin + at;
const roomOf = (role: string) => people(role).session.send('query($id: ID!) { room(id: $id) { id } }', { id: roomId });

it('a transfer survives kill -9 between approval and its minute; a retirement ends every stream within a second; the others live on (R7)', async () => {
  const [moving, retiring, staying] = [await follow('secondNurse'), await follow('nurse'), await follow('careManager')];
  leavers.push(moving, retiring, staying);
  await write(1);
  await until('all of them follow', () => [moving, retiring, staying].every(({ events }) => events.length > 0), 20_000);
  const transfer = await fileChange(people, {
    userId: people('secondNurse').userId,
    kind: 'TRANSFER',
    toFacilityId: people('doctor').facilityId,
    effectiveAt: wholeMinute(30).toISOString(),
  });
  expect(await approveChange(people, transfer)).toMatchObject({ status: 'APPROVED' });
  stack.kill('identity');
  await stack.ready('identity');

  const retirement = await fileChange(people, {
    userId: people('nurse').userId,
    kind: 'RETIRE',
    effectiveAt: wholeMinute(300).toISOString(),
  });
  const [seat] = retirement.details.seats;
  if (!seat) throw new Error('the nurse is steward of no room');
  await expect(approveChange(people, retirement)).rejects.toThrow(/SUCCESSOR_REQUIRED/);
  await people('facilityAdmin').session.change(
    'mutation($id: ID!, $v: Int!) { idChangeWithdraw(id: $id, expectedVersion: $v) { userErrors { code message field } } }',
    { id: retirement.id, v: retirement.version + 1 },
  );
  const begunAt = Date.now();
  const now = await fileChange(people, {
    userId: people('nurse').userId,
    kind: 'RETIRE',
    effectiveAt: wholeMinute(-60).toISOString(),
    successors: [{ seatId: seat.id, userId: people('careManager').userId }],
  });
  const filedAt = Date.now();
  // Whoever has left is out even before anybody has looked at the form.
  const cutAt = await until('the socket is closed', () =>
    sinceEpoch(retiring.closedAt) > begunAt ? sinceEpoch(retiring.closedAt) : undefined,
  );
  expect(cutAt - begunAt).toBeLessThan(1000 + (filedAt - begunAt));
  expect(await approveChange(people, now)).toMatchObject({ status: 'COMPLETED' });
  expect((await roomOf('nurse')).body.data?.room ?? null).toBeNull();
  const { room } = await people('careManager').session.ask<{
    room: { memberships: { nodes: { isSteward: boolean; displayName: string }[] }; posts: { nodes: { authorName: string }[] } };
  }>('query($id: ID!) { room(id: $id) { memberships { nodes { isSteward displayName } } posts(first: 1) { nodes { authorName } } } }', {
    id: roomId,
  });
  expect(room.posts.nodes).toEqual([{ authorName: people('nurse').displayName }]);
  expect(room.memberships.nodes.filter(({ isSteward }) => isSteward).map(({ displayName }) => displayName)).toEqual([
    people('careManager').displayName,
  ]);

  const minute = Date.parse(transfer.details.effectiveAt);
  const end = await until('the stream has ended', () => moving.end, 90_000);
  expect(end.codes).toEqual(['FORBIDDEN']);
  const late = sinceEpoch(end.at) - minute;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(1000);
  await until('it is carried out', async () => (await statusOf(people, transfer.id)) === 'COMPLETED', 20_000);
  expect((await roomOf('secondNurse')).body.data).toEqual({ room: null });
  const { viewer } = await people('secondNurse').session.ask<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
  expect(viewer.user.id).toBe(people('secondNurse').userId);

  const { id } = await post(people('doctor'), roomId, { body: '引き続きよろしくお願いします' });
  for (const one of [follower, staying]) await until('the others read on', () => one.events.find((found) => found.post?.id === id), 20_000);
  for (const one of [moving, retiring]) expect(one.events.some((found) => found.post?.id === id)).toBe(false);
});
