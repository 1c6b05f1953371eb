import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '@heya/testkit/wait';
import { openWorld, post, postCreate, RoomOnBus, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld({ LEASE_MS: '4000' })));
afterAll(() => world.close());

test('threat 27: when those who decide about rights fall silent, every answer is "not now"', async () => {
  const room = await RoomOnBus.open(world.bus);
  const { nurse, physician } = room.people;
  const { post: written } = await post(world, nurse, room);
  world.bus.silence('consent');
  const read = () => world.client.ask(physician, 'query ($id: ID!) { post(id: $id) { id body } }', { id: written?.id });
  const answer = await until(
    'reading is refused',
    async () => {
      const found = await read();
      return found.errors && found;
    },
    15_000,
  );
  expect(answer).toMatchObject({ data: { post: null }, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  const refused = await world.client.ask(nurse, postCreate, {
    input: { idempotencyKey: written?.id, roomId: room.roomId, audience: 'CARE_TEAM', body: 'x' },
  });
  expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  const grant = await world.client.ask(physician, 'query ($id: ID!) { roomEventGrant(roomId: $id) { epoch } }', { id: room.roomId });
  expect(grant).toMatchObject({ data: { roomEventGrant: null }, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
});
