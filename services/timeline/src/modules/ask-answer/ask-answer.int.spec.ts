/** R23 over GraphQL on a real PostgreSQL: asked by a time, taken on by the first, done, owed until then. */
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, RoomOnBus, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let orm: Orm;
beforeAll(async () => {
  world = await openWorld();
  orm = await openOrm(timelineOrm(world.environment.database.url));
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  const { otherNurse, careManager } = room.people;
  await room.member(otherNurse, 'CARE_TEAM');
  await room.member(careManager, 'CARE_TEAM', { isSteward: true });
});
afterAll(async () => {
  await orm.close(true);
  await world.close();
});

const errors = 'userErrors { code field message }';
const asked = `id ask { toUser { id } toGroup dueAt state takenBy { id } takenByName doneAt doneByName note }`;
const own = `${asked} mine: ask { viewerCanTake viewerCanComplete }`;
const documents = {
  create: `mutation ($input: PostCreateInput!) { postCreate(input: $input) { replayed ${errors} post { ${own} } } }`,
  take: `mutation ($id: ID!) { askTake(postId: $id) { ${errors} post { ${own} } } }`,
  complete: `mutation ($id: ID!, $note: String) { askComplete(postId: $id, note: $note) { ${errors} post { ${own} } } }`,
  retract: `mutation ($id: ID!) { postRetract(id: $id, reason: "違う方", expectedVersion: 1) { ${errors} post { ${own} } } }`,
  read: `query ($id: ID!) { post(id: $id) { ${own} } }`,
  mark: `mutation ($id: ID!, $room: ID!) { roomMarkRead(roomId: $room, upToPostId: $id) { ${errors} } }`,
};
const run = async (who: Viewer, name: keyof typeof documents, variables: object): Promise<any> =>
  Object.values(await world.client.get(who, documents[name], variables as never))[0];
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const ask = (who: Viewer, to: object, more: object = {}): Promise<any> =>
  run(who, 'create', {
    input: {
      idempotencyKey: newId(),
      roomId: room.roomId,
      audience: 'CARE_TEAM',
      kind: 'QUESTION',
      body: '薬を減らしてよいですか',
      ask: { dueAt: inHours(3), ...to },
      ...more,
    },
  });
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
const list = async (who: Viewer & { userId: string }, id = who.userId): Promise<any> => {
  const document = `query ($r: [_Any!]!, $first: Int, $after: String) { _entities(representations: $r) { ... on Viewer { asksOwedByMe(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
  const page = async (after: string | null): Promise<string[]> => {
    const found = (await world.client.get(who, document, { r: [{ __typename: 'Viewer', id }], first: 1, after }))._entities[0].asksOwedByMe;
    if (!found) return ['none of theirs'];
    const rest = found.pageInfo.hasNextPage ? await page(found.pageInfo.endCursor) : [];
    return [...found.nodes.map((node: { id: string }) => node.id), ...rest];
  };
  return page(null);
};
const openAsks = async (who: Viewer, olderThanHours = 0): Promise<any> => {
  const document = `query ($r: [_Any!]!, $hours: Int) { _entities(representations: $r) { ... on Room { openAsks(olderThanHours: $hours, first: 5) { totalCount nodes { id } } } } }`;
  const [found] = (await world.client.get(who, document, { r: [{ __typename: 'Room', id: room.roomId }], hours: olderThanHours }))
    ._entities;
  return found.openAsks && [found.openAsks.totalCount, ...found.openAsks.nodes.map(({ id }: { id: string }) => id)];
};
/** The clock of the database, past every policy. */
const age = (id: string, hours: number): Promise<unknown> =>
  queryAsAdmin(
    world.environment.database.adminUrl,
    `with p as (update post set created_at = created_at - make_interval(hours => $2) where id = $1)
     update post_ask set due_at = due_at - make_interval(hours => $2) where post_id = $1`,
    [id, hours],
  );

describe('an ask to a person', () => {
  test('is seen, taken on and done by them alone; each step is told once, and it is owed until then', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const { post } = await ask(nurse, { toUserId: physician.userId });
    expect(post).toMatchObject({
      ask: { toUser: { id: physician.userId }, toGroup: null, state: 'ASKED', takenBy: null, doneAt: null },
      mine: { viewerCanTake: false, viewerCanComplete: false },
    });
    expect([await list(physician), await list(nurse), await list(physician, nurse.userId)]).toEqual([[post.id], [], ['none of theirs']]);
    await run(physician, 'mark', { id: post.id, room: room.roomId });
    expect(await run(physician, 'read', { id: post.id })).toMatchObject({
      ask: { state: 'SEEN' },
      mine: { viewerCanTake: true, viewerCanComplete: true },
    });
    expect(codes(await run(nurse, 'take', { id: post.id }))).toEqual(['FORBIDDEN postId']);
    for (const who of [family, outsider]) expect(codes(await run(who, 'take', { id: post.id }))).toEqual(['NOT_FOUND postId']);
    for (const _again of [1, 2])
      expect((await run(physician, 'take', { id: post.id })).post).toMatchObject({
        ask: { state: 'TAKEN', takenBy: { id: physician.userId }, takenByName: physician.labels.name },
        mine: { viewerCanTake: false, viewerCanComplete: true },
      });
    expect([await list(physician), await openAsks(nurse)]).toEqual([[post.id], [1, post.id]]);
    expect(codes(await run(physician, 'complete', { id: post.id, note: '番号 1234-5678-9018' }))).toEqual(['MY_NUMBER_NOT_ALLOWED note']);
    const done = (await run(physician, 'complete', { id: post.id, note: ' 半分にしてください ' })).post;
    expect(done).toMatchObject({
      ask: { state: 'DONE', doneByName: physician.labels.name, note: '半分にしてください' },
      mine: { viewerCanComplete: false },
    });
    expect((await run(physician, 'complete', { id: post.id, note: 'また' })).post.ask.note).toBe('半分にしてください');
    expect([await list(physician), await openAsks(nurse)]).toEqual([[], [0]]);
    await world.bus.published('timeline.askChanged', ({ postId }) => postId === post.id);
    const told = (await world.bus.all('timeline.askChanged')).filter(({ payload }) => payload.postId === post.id);
    expect(told.map(({ stream }) => stream)).toEqual([`room:${room.roomId}`, `room:${room.roomId}`]);
  });

  test('goes to somebody who takes part and sees the post, by a time to come', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const field = 'input.ask.toUserId';
    for (const userId of [family.userId, outsider.userId, nurse.userId, newId(), 'x'])
      expect(codes(await ask(nurse, { toUserId: userId }))).toEqual([`NOT_FOUND ${field}`]);
    expect((await ask(nurse, { toUserId: family.userId }, { audience: 'EVERYONE' })).userErrors).toEqual([]);
    expect(codes(await ask(nurse, { toUserId: physician.userId, dueAt: inHours(-1) }))).toEqual(['INVALID input.ask.dueAt']);
    expect(codes(await ask(nurse, { toGroup: 'PHARMACISTS' }))).toEqual(['NOT_FOUND input.ask.toGroup']);
    expect(codes(await ask(family, { toUserId: physician.userId }))).toEqual(['FORBIDDEN input.audience']);
    const key = newId();
    const to = { toUserId: physician.userId, dueAt: inHours(2) };
    const [first, again] = [await ask(nurse, to, { idempotencyKey: key }), await ask(nurse, to, { idempotencyKey: key })];
    expect([first.replayed, again.replayed, again.post.ask]).toEqual([false, true, first.post.ask]);
    expect(codes(await ask(nurse, { ...to, dueAt: inHours(4) }, { idempotencyKey: key }))).toEqual(['INVALID input.idempotencyKey']);
  });

  test('ends with the post, with the room, and with who was asked', async () => {
    const { nurse, physician } = room.people;
    const [taken, other] = [
      (await ask(nurse, { toUserId: physician.userId })).post.id,
      (await ask(nurse, { toUserId: physician.userId })).post.id,
    ];
    await run(nurse, 'retract', { id: taken });
    expect(codes(await run(physician, 'take', { id: taken }))).toEqual(['INVALID_STATE postId']);
    expect([await list(physician), await openAsks(nurse)]).toEqual([[other], [1, other]]);
    await room.status('CLOSED');
    expect(codes(await run(physician, 'take', { id: other }))).toEqual(['ROOM_CLOSED postId']);
    expect(await list(physician)).toEqual([]);
    await room.status('ACTIVE');
    await room.member(physician, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    expect([await list(physician), codes(await run(physician, 'take', { id: other }))]).toEqual([[], ['NOT_FOUND postId']]);
    expect([await openAsks(nurse), await openAsks(physician)]).toEqual([[1, other], null]);
  });
});

describe('an ask to a group', () => {
  test('is the first’s who takes it on; another of them may see it done', async () => {
    const { nurse, otherNurse, physician, careManager } = room.people;
    const { post } = await ask(physician, { toGroup: 'NURSES' });
    expect([await list(nurse), await list(otherNurse), await list(careManager)]).toEqual([[post.id], [post.id], []]);
    const outcomes = await Promise.all([run(nurse, 'take', { id: post.id }), run(otherNurse, 'take', { id: post.id })]);
    expect(outcomes.flatMap(codes)).toEqual(['INVALID_STATE postId']);
    expect(outcomes.flatMap(({ userErrors }) => userErrors)[0].message).toBe('ほかの人がもう引き受けています。');
    const [winner, other] = outcomes[0].post ? [nurse, otherNurse] : [otherNurse, nurse];
    expect([await list(winner), await list(other)]).toEqual([[post.id], []]);
    expect((await run(other, 'complete', { id: post.id })).post.ask).toMatchObject({
      state: 'DONE',
      takenByName: winner.labels.name,
      doneByName: other.labels.name,
    });
    expect(codes(await run(winner, 'complete', { id: post.id }))).toEqual(['INVALID_STATE postId']);
    // Who took it on leaves: it is the others' again.
    const left = (await ask(physician, { toGroup: 'NURSES' })).post.id;
    await run(nurse, 'take', { id: left });
    expect(await list(otherNurse)).toEqual([]);
    await room.member(nurse, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    expect(await list(otherNurse)).toEqual([left]);
    expect((await run(otherNurse, 'complete', { id: left })).post.ask.state).toBe('DONE');
  });

  test('a nurse who asks the nurses is none of them; the steward is whoever has the seat; families are among all', async () => {
    const { nurse, otherNurse, careManager, physician, family } = room.people;
    const toNurses = (await ask(nurse, { toGroup: 'NURSES' })).post;
    expect([toNurses.mine.viewerCanTake, await list(nurse), await list(otherNurse)]).toEqual([false, [], [toNurses.id]]);
    // Having written it is not having read it.
    expect(toNurses.ask.state).toBe('ASKED');
    const toSteward = (await ask(nurse, { toGroup: 'STEWARD' })).post.id;
    expect(await list(careManager)).toEqual([toSteward]);
    await room.member(careManager, 'CARE_TEAM');
    await room.member(physician, 'CARE_TEAM', { isSteward: true });
    expect([await list(careManager), await list(physician)]).toEqual([[], [toSteward]]);
    const toAll = (await ask(nurse, { toGroup: 'ALL' }, { audience: 'EVERYONE' })).post.id;
    const said = (await run(family, 'complete', { id: toAll })).post.ask;
    expect(said).toMatchObject({ state: 'DONE', takenBy: null, takenByName: family.labels.name });
    expect(codes(await run(family, 'take', { id: toSteward }))).toEqual(['NOT_FOUND postId']);
  });
});

test('what is late stands first and says so; the steward’s weekly look finds what has waited for three days', async () => {
  const { nurse, physician, careManager, family, officer, outsider } = room.people;
  const soon = (await ask(nurse, { toUserId: physician.userId })).post.id;
  const late = (await ask(nurse, { toUserId: physician.userId }, { audience: 'EVERYONE' })).post.id;
  await age(late, 73);
  expect((await run(physician, 'read', { id: late })).ask.state).toBe('OVERDUE');
  expect(await list(physician)).toEqual([late, soon]);
  expect([await openAsks(careManager), await openAsks(careManager, 72)]).toEqual([
    [2, late, soon],
    [1, late],
  ]);
  expect([await openAsks(family, 72), await openAsks(outsider, 72)]).toEqual([[1, late], null]);
  await room.inspection(officer);
  expect(await openAsks(officer, 72)).toEqual([1, late]);
  expect(codes(await run(officer, 'take', { id: late }))).toEqual(['FORBIDDEN postId']);
});

test('the database alone: an ask is its writer’s, a step theirs who are asked, and both are seen as the post is (threat 32)', async () => {
  const { nurse, otherNurse, physician, family, outsider } = room.people;
  const as = (viewer: Viewer, sql: string, values: unknown[] = []) =>
    inViewer(orm.em, viewer, (tx) => tx.execute<Record<string, any>[]>(sql, values));
  const plain = (audience: string): Promise<any> =>
    run(physician, 'create', { input: { idempotencyKey: newId(), roomId: room.roomId, audience, body: '記録' } });
  const owe = (viewer: Viewer, id: string, audience = 'CARE_TEAM') =>
    as(viewer, `insert into post_ask values (?, ?, ?, ?, null, 'NURSES', '{NURSE}', now())`, [id, room.roomId, room.patientId, audience]);
  const step = (viewer: PersonViewer, id: string, { kind = 'TAKEN', by = viewer.userId, audience = 'CARE_TEAM' } = {}) =>
    as(viewer, `insert into post_ask_step (post_id, kind, room_id, patient_id, audience, by_id, by_name) values (?, ?, ?, ?, ?, ?, 'x')`, [
      id,
      kind,
      room.roomId,
      room.patientId,
      audience,
      by,
    ]);
  const refused = /row-level security/;
  const [team, all] = [(await plain('CARE_TEAM')).post.id, (await plain('EVERYONE')).post.id];
  for (const who of [nurse, family, outsider]) await expect(owe(who, team)).rejects.toThrow(refused);
  await expect(owe(physician, team, 'EVERYONE')).rejects.toThrow(refused);
  await owe(physician, team);
  await owe(physician, all, 'EVERYONE');
  for (const who of [physician, family, outsider]) await expect(step(who, team)).rejects.toThrow(refused);
  await expect(step(nurse, team, { by: otherNurse.userId })).rejects.toThrow(refused);
  await expect(step(nurse, team, { kind: 'ESCALATED' })).rejects.toThrow(refused);
  await expect(step(nurse, team, { audience: 'EVERYONE' })).rejects.toThrow(refused);
  await step(nurse, team);
  await expect(step(otherNurse, team)).rejects.toThrow(/duplicate key/);
  await step(nurse, all, { audience: 'EVERYONE' });
  for (const table of ['post_ask', 'post_ask_step']) {
    const seen = async (viewer: Viewer): Promise<string[]> =>
      (await as(viewer, `select post_id from ${table} where post_id in (?, ?)`, [team, all])).map(({ post_id }) => post_id).sort();
    expect([await seen(otherNurse), await seen(family), await seen(outsider)], table).toEqual([[team, all].sort(), [all], []]);
    expect([await seen(channel(room.roomId, 'EVERYONE', 1)), await seen({ type: 'service', name: 'timeline' })], table).toEqual([
      [all],
      [],
    ]);
    for (const sql of [`delete from ${table}`, `update ${table} set room_id = room_id`])
      await expect(as(physician, sql)).rejects.toThrow(/permission denied/);
  }
});
