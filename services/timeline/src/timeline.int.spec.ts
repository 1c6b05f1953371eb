import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, timelineOf, type World } from './timeline.fixture.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

test('R22: a post is stored once, seen by the team and told on the bus', async () => {
  const { physician, nurse, outsider } = room.people;
  const { post: written, userErrors } = await post(world, nurse, room, {});
  expect(userErrors).toEqual([]);
  expect(written).toMatchObject({ authorName: '鈴木 花子' });
  expect((await timelineOf(world, physician, room)).posts.nodes).toEqual([{ id: written?.id, body: written?.body }]);
  expect((await timelineOf(world, outsider, room)).posts).toBeNull();
  await world.bus.published('timeline.postCreated', ({ postId }) => postId === written?.id);
});
