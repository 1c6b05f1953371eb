import { nurse as anotherNurse } from '@heya/testkit/viewers';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let posts: string[];
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  posts = [];
  for (const audience of ['CARE_TEAM', 'EVERYONE', 'CARE_TEAM', 'EVERYONE'])
    posts.push((await post(world, room.people.nurse, room, { audience })).post?.id);
});
afterAll(() => world.close());

const markRead = async (viewer: PersonViewer, upTo: string | undefined, roomId = room.roomId) =>
  (
    await world.client.get(
      viewer,
      `mutation ($room: ID!, $post: ID!) { roomMarkRead(roomId: $room, upToPostId: $post) { room { id unreadCount } userErrors { code field } } }`,
      { room: roomId, post: upTo },
    )
  ).roomMarkRead;
const reading = (viewer: PersonViewer, id: string | undefined) =>
  world.client
    .entities(
      viewer,
      'Post',
      '{ viewerHasRead readSummary { readCount audienceCount } readReceipts { totalCount nodes { userName user { id } } } }',
      [id ?? ''],
    )
    .then(([found]) => found);
const told = async () =>
  (await world.bus.all('timeline.readSummaryChanged'))
    .filter(({ payload }) => payload.roomId === room.roomId)
    .map(({ payload }) => payload.postId);

test('R23: reading up to a post makes a receipt for each one seen until there, once, and tells of those that changed', async () => {
  const { physician, nurse } = room.people;
  expect(await timelineOf(world, physician, room)).toMatchObject({ unreadCount: 4, firstUnreadPost: { id: posts[0] } });
  expect(await markRead(physician, posts[2])).toEqual({ room: { id: room.roomId, unreadCount: 1 }, userErrors: [] });
  expect(await timelineOf(world, physician, room, { filter: { unreadOnly: true } })).toMatchObject({
    unreadCount: 1,
    firstUnreadPost: { id: posts[3] },
    posts: { totalCount: 1, nodes: [{ id: posts[3] }] },
  });
  await world.bus.published('timeline.readSummaryChanged', ({ postId }) => postId === posts[2]);
  expect(await told()).toEqual(posts.slice(0, 3));
  expect(await markRead(physician, posts[1])).toMatchObject({ room: { unreadCount: 1 } });
  expect(await markRead(physician, posts[3])).toMatchObject({ room: { unreadCount: 0 } });
  await world.bus.published('timeline.readSummaryChanged', ({ postId }) => postId === posts[3]);
  expect(await told()).toEqual(posts);
  expect(await reading(nurse, posts[0])).toMatchObject({
    viewerHasRead: true,
    readSummary: { readCount: 1, audienceCount: 2 },
    readReceipts: { totalCount: 1 },
  });
  const [member] = await world.client.entities(nurse, 'RoomMembership', '{ lastReadAt }', [room.membershipOf(physician.userId)]);
  expect(Date.parse(member?.lastReadAt)).toBeLessThanOrEqual(Date.now());
});

test('a writer has read what they wrote, and is not counted', async () => {
  const { nurse } = room.people;
  expect(await timelineOf(world, nurse, room)).toMatchObject({ unreadCount: 0, firstUnreadPost: null });
  await markRead(nurse, posts[3]);
  expect(await reading(nurse, posts[3])).toMatchObject({
    viewerHasRead: true,
    readSummary: { readCount: 0, audienceCount: 4 },
    readReceipts: { totalCount: 0 },
  });
  expect(await told()).toEqual([]);
});

test('family reads and counts only what is for everyone, and knows readers by name alone', async () => {
  const { family, physician } = room.people;
  await markRead(physician, posts[3]);
  expect(await markRead(family, posts[2])).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['upToPostId'] }] });
  expect(await markRead(family, posts[3])).toEqual({ room: { id: room.roomId, unreadCount: 0 }, userErrors: [] });
  expect(await stored(world, 'select post_id from read_receipt where user_id = $1 order by post_id', [family.userId])).toEqual(
    [posts[1], posts[3]].sort().map((id) => ({ post_id: id })),
  );
  const seen = await reading(family, posts[3]);
  expect(seen).toMatchObject({ readSummary: { readCount: 2, audienceCount: 4 }, readReceipts: { totalCount: 2 } });
  expect(seen?.readReceipts.nodes).toEqual([
    { userName: '佐藤 健一', user: null },
    { userName: '田中 美咲', user: null },
  ]);
  expect((await reading(physician, posts[3]))?.readReceipts.nodes[1]).toEqual({ userName: '田中 美咲', user: { id: family.userId } });
  expect(await world.client.entities(family, 'RoomMembership', '{ lastReadAt }', [room.membershipOf(physician.userId)])).toEqual([
    { lastReadAt: null },
  ]);
  // What is not told to a family is no attempt of theirs: the patient would read that they were refused (R33).
  const denied = "select line->>'subjectType' as type from audit_entry where line->>'action' = 'DENIED' and line->>'actorId' = $1";
  expect(await stored(world, denied, [family.userId])).not.toContainEqual({ type: 'RoomMembership' });
  const marked = "select line->>'subjectId' as id from audit_entry where line->>'subjectType' = 'ReadReceipt' and line->>'actorId' = $1";
  expect(await stored(world, marked, [family.userId])).toEqual([{ id: posts[3] }]);
});

test('how many important posts a member has not read is told to the care team, and of oneself', async () => {
  const { physician, nurse, family, outsider } = room.people;
  const unreadOf = async (who: PersonViewer, whose: PersonViewer): Promise<unknown> => {
    const [member] = await world.client.entities(who, 'RoomMembership', '{ unreadImportantCount }', [room.membershipOf(whose.userId)]);
    return member?.unreadImportantCount;
  };
  const important = (await post(world, nurse, room, { importance: 'IMPORTANT' })).post?.id;
  const urgent = (await post(world, nurse, room, { importance: 'URGENT', audience: 'EVERYONE' })).post?.id;
  expect([await unreadOf(nurse, physician), await unreadOf(nurse, family), await unreadOf(nurse, nurse)]).toEqual([2, 1, 0]);
  expect([await unreadOf(family, family), await unreadOf(family, physician), await unreadOf(outsider, physician)]).toEqual([1, null, null]);
  await markRead(physician, important);
  expect(await unreadOf(nurse, physician)).toBe(1);
  await markRead(physician, urgent);
  expect(await unreadOf(nurse, physician)).toBe(0);
  await room.consent({ family: false });
  expect(await unreadOf(nurse, family)).toBe(0);
});

test('whoever leaves no longer counts; a family the consent leaves out neither', async () => {
  const { physician, family, nurse } = room.people;
  await markRead(physician, posts[3]);
  await markRead(family, posts[3]);
  expect((await reading(nurse, posts[3]))?.readSummary).toEqual({ readCount: 2, audienceCount: 4 });
  await room.consent({ family: false });
  expect((await reading(nurse, posts[3]))?.readSummary).toEqual({ readCount: 1, audienceCount: 3 });
  await room.member(physician, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
  expect((await reading(nurse, posts[3]))?.readSummary).toEqual({ readCount: 0, audienceCount: 2 });
});

test('a wider role finds what it had not seen among the unread', async () => {
  const { family } = room.people;
  await markRead(family, posts[3]);
  await room.member(family, 'CARE_TEAM');
  expect(await timelineOf(world, family, room)).toMatchObject({ unreadCount: 2, firstUnreadPost: { id: posts[0] } });
});

test('nobody marks in a room they may not see, nor with a post of another room; the answer is as for none', async () => {
  const { physician, outsider } = room.people;
  const other = await RoomOnBus.open(world.bus);
  const foreign = (await post(world, other.people.nurse, other)).post?.id;
  const refused = { room: null, userErrors: [{ code: 'NOT_FOUND', field: ['roomId'] }] };
  expect(await markRead(outsider, posts[3])).toEqual(refused);
  expect(await markRead(physician, foreign, other.roomId)).toEqual(refused);
  expect(await markRead(physician, foreign)).toEqual({ room: null, userErrors: [{ code: 'NOT_FOUND', field: ['upToPostId'] }] });
  await room.withdraw();
  expect(await markRead(physician, posts[3])).toEqual({ room: null, userErrors: [{ code: 'CONSENT_WITHDRAWN', field: ['roomId'] }] });
  expect(await stored(world, 'select 1 from read_receipt where user_id = any($1)', [[outsider.userId, physician.userId]])).toEqual([]);
});

test('however long somebody was away, at most thirty changes are told', async () => {
  const busy = await RoomOnBus.open(world.bus);
  let last: string | undefined;
  for (let index = 0; index < 35; index += 1) last = (await post(world, busy.people.nurse, busy)).post?.id;
  await markRead(busy.people.physician, last, busy.roomId);
  await world.bus.published('timeline.readSummaryChanged', ({ postId }) => postId === last);
  const events = (await world.bus.all('timeline.readSummaryChanged')).filter(({ payload }) => payload.roomId === busy.roomId);
  expect(events).toHaveLength(30);
  expect(await timelineOf(world, busy.people.physician, busy)).toMatchObject({ unreadCount: 0 });
});

test('receipts come in pages, earliest first', async () => {
  const readers = Array.from({ length: 5 }, () => anotherNurse());
  for (const reader of readers) await room.member(reader, 'CARE_TEAM');
  for (const reader of readers) await markRead(reader, posts[0]);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { post: found }: { post: any } = await world.client.get(
      room.people.physician,
      'query ($id: ID!, $after: String) { post(id: $id) { readReceipts(first: 2, after: $after) { totalCount nodes { user { id } } pageInfo { hasNextPage endCursor } } } }',
      { id: posts[0], after },
    );
    seen.push(...found.readReceipts.nodes.map(({ user }: { user: { id: string } }) => user.id));
    expect(found.readReceipts.totalCount).toBe(5);
    [after, more] = [found.readReceipts.pageInfo.endCursor, found.readReceipts.pageInfo.hasNextPage];
  }
  expect(seen).toEqual(readers.map(({ userId }) => userId));
});
