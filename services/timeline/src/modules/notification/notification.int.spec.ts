/** R28 on a real PostgreSQL: who is told of what, once, and what they may still see of it. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await room.member(room.people.careManager, 'CARE_TEAM', { isSteward: true });
  // That the consent holds was told, too.
  await heard();
  await stored(world, 'delete from notification');
});
afterAll(() => world.close());

/** What happened on the bus until now has been told to whom it concerns. */
async function heard(): Promise<void> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
}

const rowsOf = async ({ userId }: PersonViewer): Promise<string[]> => {
  await heard();
  const rows = await stored<{ kind: string; importance: string; target_type: string }>(
    world,
    'select kind, importance, target_type from notification where user_id = $1 order by seq',
    [userId],
  );
  return rows.map(({ kind, importance, target_type: target }) => `${kind} ${importance} ${target}`);
};

describe('who is told', () => {
  test('of a post: those it concerns, in its circle, once, its writer never', async () => {
    const { physician, nurse, careManager, family, patient, outsider } = room.people;
    const urgent = { importance: 'URGENT', mentions: [{ userId: nurse.userId, start: 0, end: 2 }], idempotencyKey: newId() };
    await post(world, physician, room, urgent);
    await post(world, physician, room, urgent);
    await post(world, physician, room, {});
    await post(world, nurse, room, { audience: 'EVERYONE', mentions: [{ group: 'ALL', start: 0, end: 1 }] });
    expect(await rowsOf(nurse)).toEqual(['URGENT_POST URGENT Post']);
    expect(await rowsOf(careManager)).toEqual(['URGENT_POST URGENT Post', 'MENTION NORMAL Post']);
    expect(await rowsOf(physician)).toEqual(['MENTION NORMAL Post']);
    expect([await rowsOf(family), await rowsOf(patient)]).toEqual([['MENTION NORMAL Post'], ['MENTION NORMAL Post']]);
    expect(await rowsOf(outsider)).toEqual([]);
  });
});
