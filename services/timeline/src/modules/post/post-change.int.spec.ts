/** What comes after a post, over GraphQL on a real PostgreSQL (R22, R23): corrections, retraction, people named, 了解, pins. */
import type { Viewer } from '@heya/service-common/viewer';
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, RoomOnBus, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let orm: Orm;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  orm = await openOrm(timelineOrm(world.environment.database.url));
});
afterAll(async () => {
  await orm.close(true);
  await world.close();
});

const fields = `id body version editedAt isPinned acknowledgementRequested revisions { body byName by { id } } retraction { reason byName }
  mentions { user { id } group start end } readSummary { acknowledgedCount audienceCount } acknowledgements { userName user { id } }`;
const own = `${fields} viewerCanEdit viewerCanRetract viewerHasAcknowledged`;
const errors = 'userErrors { code field message }';
const documents = {
  create: `mutation ($input: PostCreateInput!) { postCreate(input: $input) { ${errors} post { ${own} } } }`,
  update: `mutation ($id: ID!, $input: PostUpdateInput!) { postUpdate(id: $id, input: $input) { ${errors} post { ${own} } } }`,
  retract: `mutation ($id: ID!, $reason: String!, $version: Int!) { postRetract(id: $id, reason: $reason, expectedVersion: $version) { ${errors} post { ${own} } } }`,
  press: `mutation ($id: ID!, $key: ID!) { postAcknowledge(id: $id, idempotencyKey: $key) { ${errors} post { ${own} } } }`,
  pin: `mutation ($id: ID!, $pinned: Boolean!) { postPin(id: $id, pinned: $pinned) { ${errors} post { ${own} } room { id pinnedPosts { id } } } }`,
  read: `query ($id: ID!) { post(id: $id) { ${own} } }`,
};
const run = async (who: Viewer, name: keyof typeof documents, variables: object): Promise<any> =>
  Object.values(await world.client.get(who, documents[name], variables as never))[0];
const write = async (who: Viewer, input: object = {}): Promise<any> =>
  run(who, 'create', { input: { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', body: '熱はありません', ...input } });
const update = (who: Viewer, id: string, ...[body, expectedVersion, more = {}]: [string, number, object?]): Promise<any> =>
  run(who, 'update', { id, input: { body, expectedVersion, ...more } });
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
const changes = async (id: string): Promise<number> =>
  (await world.bus.all('timeline.postChanged')).filter(({ payload }) => payload.postId === id).length;
/** Whoever wrote it long ago: the clock of the database, past every policy. */
const age = (id: string, hours: number): Promise<unknown> =>
  queryAsAdmin(world.environment.database.adminUrl, 'update post set created_at = created_at - make_interval(hours => $2) where id = $1', [
    id,
    hours,
  ]);

describe('a correction', () => {
  test('is the writer’s; the words before stay, and everybody who shows the post is told once', async () => {
    const { nurse, physician, family } = room.people;
    const { post } = await write(nurse, { audience: 'EVERYONE' });
    expect(post).toMatchObject({ version: 1, editedAt: null, revisions: [], viewerCanEdit: true, viewerCanRetract: true });
    const changed = (await update(nurse, post.id, ' 熱は37.8℃です ', 1)).post;
    expect(changed).toMatchObject({
      body: '熱は37.8℃です',
      version: 2,
      revisions: [{ body: '熱はありません', byName: nurse.labels.name }],
    });
    expect((await update(nurse, post.id, '熱は37.8℃です', 2)).post.version).toBe(2);
    await world.bus.published('timeline.postChanged', ({ postId }) => postId === post.id);
    expect(await changes(post.id)).toBe(1);
    expect(await run(family, 'read', { id: post.id })).toMatchObject({ revisions: [{ body: '熱はありません' }], viewerCanEdit: false });
    const page = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Room { posts(first: 5) { nodes { id body } } } } }`;
    const listed = await world.client.get(physician, page, { r: [{ __typename: 'Room', id: room.roomId }] });
    expect(listed._entities[0].posts.nodes).toContainEqual({ id: post.id, body: '熱は37.8℃です' });
  });

  test('is refused to others, on another version, later than a day, when it says nothing or too much', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const { post } = await write(nurse);
    expect(codes(await update(physician, post.id, 'x', 1))).toEqual(['FORBIDDEN id']);
    for (const who of [family, outsider]) expect(codes(await update(who, post.id, 'x', 1))).toEqual(['NOT_FOUND id']);
    expect(codes(await update(nurse, post.id, 'x', 2))).toEqual(['STALE_VERSION input.expectedVersion']);
    expect(codes(await update(nurse, post.id, ' ', 1))).toEqual(['BLANK input.body']);
    expect(codes(await update(nurse, post.id, '番号 1234-5678-9018', 1))).toEqual(['MY_NUMBER_NOT_ALLOWED input.body']);
    await age(post.id, 25);
    expect(codes(await update(nurse, post.id, 'x', 1))).toEqual(['EDIT_WINDOW_PASSED id']);
    expect(await run(nurse, 'read', { id: post.id })).toMatchObject({
      body: '熱はありません',
      viewerCanEdit: false,
      viewerCanRetract: true,
    });
  });

  test('two at once: one is taken, the other hears that somebody was first', async () => {
    const { nurse } = room.people;
    const { post } = await write(nurse);
    const outcomes = await Promise.all([update(nurse, post.id, 'ひとつ', 1), update(nurse, post.id, 'ふたつ', 1)]);
    expect(outcomes.flatMap(codes)).toEqual(['STALE_VERSION input.expectedVersion']);
  });
});

describe('a retraction', () => {
  test('leaves the words to whoever could read them, and ends everything else that is done with the post', async () => {
    const { nurse, physician } = room.people;
    const { post } = await write(nurse);
    expect(codes(await run(physician, 'retract', { id: post.id, reason: '別の方の記録', version: 1 }))).toEqual(['FORBIDDEN id']);
    expect(codes(await run(nurse, 'retract', { id: post.id, reason: ' ', version: 1 }))).toEqual(['BLANK reason']);
    const taken = (await run(nurse, 'retract', { id: post.id, reason: '別の方の記録', version: 1 })).post;
    expect(taken).toMatchObject({ version: 2, body: '熱はありません', retraction: { reason: '別の方の記録', byName: nurse.labels.name } });
    expect((await run(nurse, 'retract', { id: post.id, reason: 'また', version: 1 })).post.retraction.reason).toBe('別の方の記録');
    expect(codes(await update(nurse, post.id, 'x', 2))).toEqual(['INVALID_STATE id']);
    expect(codes(await write(physician, { parentId: post.id }))).toEqual(['INVALID_STATE input.parentId']);
    expect(codes(await run(physician, 'press', { id: post.id, key: newId() }))).toEqual(['INVALID_STATE id']);
    expect(codes(await run(physician, 'pin', { id: post.id, pinned: true }))).toEqual(['INVALID_STATE id']);
    expect(await run(physician, 'read', { id: post.id })).toMatchObject({ body: '熱はありません', retraction: { reason: '別の方の記録' } });
    expect(await changes(post.id)).toBe(1);
  });
});

describe('somebody named in a text', () => {
  test('is a member of its circle; a correction names anew', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const named = (userId: string, start = 0, end = 2) => ({ body: '先生へ', mentions: [{ userId, start, end }] });
    const { post } = await write(nurse, {
      body: '先生へ',
      mentions: [
        { userId: physician.userId, start: 0, end: 2 },
        { group: 'NURSES', start: 0, end: 3 },
      ],
    });
    expect(post.mentions).toEqual([
      { user: { id: physician.userId }, group: null, start: 0, end: 2 },
      { user: null, group: 'NURSES', start: 0, end: 3 },
    ]);
    for (const userId of [family.userId, outsider.userId, newId(), 'x'])
      expect(codes(await write(nurse, named(userId)))).toEqual(['NOT_FOUND input.mentions.0']);
    expect((await write(nurse, { ...named(family.userId), audience: 'EVERYONE' })).userErrors).toEqual([]);
    expect(codes(await write(nurse, named(physician.userId, 0, 4)))).toEqual(['INVALID input.mentions.0']);
    expect((await update(nurse, post.id, 'みなさんへ', 1)).post.mentions).toEqual([]);
    const again = await update(nurse, post.id, 'みなさんへ', 2, { mentions: [{ group: 'ALL', start: 0, end: 4 }] });
    expect(again.post.mentions).toEqual([{ user: null, group: 'ALL', start: 0, end: 4 }]);
  });
});

describe('a room asked for some of its posts', () => {
  test('gives those by writer, profession, time, kind, importance and name', async () => {
    const other = await RoomOnBus.open(world.bus);
    const { nurse, physician, careManager, family } = other.people;
    await other.member(careManager, 'CARE_TEAM', { isSteward: true });
    const at = (day: number): string => new Date(Date.now() - day * 86_400_000).toISOString();
    const place = { roomId: other.roomId, audience: 'EVERYONE' };
    const made: Record<string, string> = {};
    const make = async (name: string, who: Viewer, input: object): Promise<void> => {
      made[name] = (await write(who, { ...place, ...input })).post.id;
    };
    await make('old', nurse, { observedAt: at(9), kind: 'MEDICATION' });
    await make('doctor', physician, { observedAt: at(3), importance: 'URGENT' });
    await make('named', nurse, { observedAt: at(2), mentions: [{ userId: physician.userId, start: 0, end: 1 }] });
    await make('group', family, {
      observedAt: at(1),
      mentions: [
        { group: 'PHYSICIANS', start: 0, end: 1 },
        { group: 'STEWARD', start: 1, end: 2 },
      ],
    });
    const asked = `query ($r: [_Any!]!, $filter: PostFilter) { _entities(representations: $r) { ... on Room { posts(filter: $filter, first: 10) { totalCount nodes { id } } } } }`;
    const namesOf = async (who: Viewer, filter: object): Promise<string[]> => {
      const { posts } = (await world.client.get(who, asked, { r: [{ __typename: 'Room', id: other.roomId }], filter }))._entities[0];
      expect(posts.totalCount).toBe(posts.nodes.length);
      return posts.nodes.map(({ id }: { id: string }) => Object.keys(made).find((name) => made[name] === id));
    };
    expect(await namesOf(nurse, { authorIds: [physician.userId, 'x'] })).toEqual(['doctor']);
    expect(await namesOf(nurse, { professionsOf: ['NURSES'] })).toEqual(['named', 'old']);
    expect(await namesOf(nurse, { from: at(4), to: at(1.5) })).toEqual(['named', 'doctor']);
    expect(await namesOf(nurse, { kinds: ['MEDICATION'] })).toEqual(['old']);
    expect(await namesOf(nurse, { importance: ['URGENT', 'IMPORTANT'] })).toEqual(['doctor']);
    expect(await namesOf(physician, { mentionsMe: true })).toEqual(['group', 'named']);
    expect(await namesOf(careManager, { mentionsMe: true })).toEqual(['group']);
    expect(await namesOf(nurse, { mentionsMe: true })).toEqual([]);
    const { errors } = await world.client.ask(nurse, asked, {
      r: [{ __typename: 'Room', id: other.roomId }],
      filter: { professionsOf: ['ALL'] },
    });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('了解', () => {
  const awaiting = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { postsAwaitingMyAcknowledgement(first: 50) { nodes { id } } } } }`;
  const owed = async (who: Viewer & { userId: string }, id = who.userId): Promise<string[] | undefined> => {
    const { _entities } = await world.client.get(who, awaiting, { r: [{ __typename: 'Viewer', id }] });
    return _entities[0]?.postsAwaitingMyAcknowledgement?.nodes.map((node: { id: string }) => node.id);
  };

  test('is said once by whoever sees the post, and owed until then', async () => {
    const { nurse, physician, family, officer } = room.people;
    const { post } = await write(nurse, { requestAcknowledgement: true });
    const forAll = (await write(nurse, { audience: 'EVERYONE', importance: 'URGENT' })).post;
    expect(await owed(physician)).toEqual(expect.arrayContaining([post.id, forAll.id]));
    expect([await owed(family), await owed(nurse), await owed(family, nurse.userId)]).toEqual([[forAll.id], [], undefined]);
    for (const _again of [1, 2]) {
      const said = (await run(physician, 'press', { id: post.id, key: newId() })).post;
      expect(said).toMatchObject({ viewerHasAcknowledged: true, readSummary: { acknowledgedCount: 1 } });
    }
    expect(await owed(physician)).not.toContain(post.id);
    expect((await run(nurse, 'read', { id: post.id })).acknowledgements).toEqual([
      { userName: physician.labels.name, user: { id: physician.userId } },
    ]);
    expect(codes(await run(nurse, 'press', { id: post.id, key: newId() }))).toEqual(['FORBIDDEN id']);
    for (const who of [family, officer]) expect(codes(await run(who, 'press', { id: post.id, key: newId() }))).toEqual(['NOT_FOUND id']);
    await run(physician, 'press', { id: forAll.id, key: newId() });
    expect((await run(family, 'read', { id: forAll.id })).acknowledgements).toEqual([{ userName: physician.labels.name, user: null }]);
  });
});

describe('a pin', () => {
  test('is the care team’s, ten a room, and comes off again', async () => {
    const { nurse } = room.people;
    const other = await RoomOnBus.open(world.bus);
    const people = other.people;
    const posts: string[] = [];
    for (const _n of Array.from({ length: 11 }))
      posts.push((await write(people.nurse, { roomId: other.roomId, audience: 'EVERYONE' })).post.id);
    const [first = '', ...more] = posts;
    expect(codes(await run(people.family, 'pin', { id: first, pinned: true }))).toEqual(['FORBIDDEN pinned']);
    expect(codes(await run(nurse, 'pin', { id: first, pinned: true }))).toEqual(['NOT_FOUND id']);
    for (const id of more) expect((await run(people.nurse, 'pin', { id, pinned: true })).userErrors).toEqual([]);
    expect(codes(await run(people.physician, 'pin', { id: first, pinned: true }))).toEqual(['TOO_LONG pinned']);
    const loosened = await run(people.physician, 'pin', { id: more[0], pinned: false });
    expect(loosened.room.pinnedPosts.map(({ id }: { id: string }) => id)).toEqual(more.slice(1).reverse());
    expect((await run(people.family, 'read', { id: more[1] })).isPinned).toBe(true);
  });
});

test('the database alone: each table shows a viewer their circle’s rows, and takes no row about another’s post (threat 32)', async () => {
  const { nurse, physician, family, outsider } = room.people;
  const [team, all] = [(await write(physician)).post.id, (await write(physician, { audience: 'EVERYONE' })).post.id];
  const rows: Record<string, string> = {
    post_revision: `(post_id, version, room_id, patient_id, audience, body, by_id, by_name) values (?, 2, ?, ?, ?, 'x', ?, 'x')`,
    post_retraction: `(post_id, room_id, patient_id, audience, reason, by_id, by_name) values (?, ?, ?, ?, 'x', ?, 'x')`,
    post_mention: `(post_id, version, ordinal, room_id, patient_id, audience, user_id, start, "end") values (?, 1, 0, ?, ?, ?, ?, 0, 1)`,
    post_visit: `(post_id, room_id, patient_id, audience, plan_changed, plan_change) values (?, ?, ?, ?, false, ?::text)`,
    acknowledgement: `(post_id, room_id, patient_id, audience, user_id, user_name) values (?, ?, ?, ?, ?, 'x')`,
    post_pin: `(post_id, room_id, patient_id, audience, pinned, by_id, by_name) values (?, ?, ?, ?, true, ?, 'x')`,
  };
  const as = (viewer: Viewer, sql: string, values: unknown[] = []) =>
    inViewer(orm.em, viewer, (tx) => tx.execute<Record<string, any>[]>(sql, values));
  for (const [table, row] of Object.entries(rows)) {
    const insert = (viewer: Viewer & { userId: string }, id: string, audience: string) =>
      as(viewer, `insert into ${table} ${row}`, [id, room.roomId, room.patientId, audience, viewer.userId]);
    await insert(physician, team, 'CARE_TEAM');
    await insert(physician, all, 'EVERYONE');
    // Another circle than the post's, another's name, a room that is not one's own.
    await expect(insert(physician, (await write(physician)).post.id, 'EVERYONE'), table).rejects.toThrow(/row-level security/);
    if (!['acknowledgement', 'post_pin'].includes(table))
      await expect(insert(nurse, (await write(physician)).post.id, 'CARE_TEAM'), table).rejects.toThrow(/row-level security/);
    await expect(insert(outsider, team, 'CARE_TEAM'), table).rejects.toThrow(/row-level security/);
    const seen = async (viewer: Viewer): Promise<string[]> =>
      (await as(viewer, `select post_id from ${table} where post_id in (?, ?)`, [team, all])).map(({ post_id }) => post_id).sort();
    const everything = [team, all].sort();
    expect([await seen(nurse), await seen(family), await seen(outsider)], table).toEqual([everything, [all], []]);
    expect(await seen(channel(room.roomId, 'EVERYONE', 1)), table).toEqual([all]);
    expect(await seen({ type: 'service', name: 'timeline' }), table).toEqual([]);
    await expect(as(physician, `delete from ${table}`), table).rejects.toThrow(/permission denied/);
    if (table !== 'post_pin')
      await expect(as(physician, `update ${table} set room_id = room_id`), table).rejects.toThrow(/permission denied/);
  }
});
