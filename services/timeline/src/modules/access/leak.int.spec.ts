import { channel } from '@heya/testkit/viewers';
import type { PersonViewer } from '@heya/service-common/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, timelineOf, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

type Who = 'physician' | 'nurse' | 'family' | 'patient';
type Step =
  | { do: 'join' | 'leave' | 'read' | 'listen'; who: Who }
  | { do: 'post'; who: Who; audience: 'CARE_TEAM' | 'EVERYONE' }
  | { do: 'grant'; family: boolean }
  | { do: 'withdraw' };

const who = fc.constantFrom<Who>('physician', 'nurse', 'family', 'patient');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'leave' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'listen' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('post' as const), who, audience: fc.constantFrom('CARE_TEAM' as const, 'EVERYONE' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('grant' as const), family: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'withdraw' as const }) },
);

/** What should hold, kept beside the room in the simplest words. */
class Model {
  readonly members = new Set<Who>(['physician', 'nurse', 'family', 'patient']);
  consent: 'both' | 'team' | 'none' = 'both';
  readonly posts: { id: string; audience: 'CARE_TEAM' | 'EVERYONE' }[] = [];

  /** null: may not read at all. */
  seenBy(reader: Who): string[] | null {
    if (!this.members.has(reader) || this.consent === 'none' || (reader === 'family' && this.consent !== 'both')) return null;
    const team = reader === 'physician' || reader === 'nurse';
    return this.posts
      .filter(({ audience }) => team || audience === 'EVERYONE')
      .map(({ id }) => id)
      .reverse();
  }
}

const roleOf = { physician: 'CARE_TEAM', nurse: 'CARE_TEAM', family: 'FAMILY', patient: 'PATIENT' } as const;

async function take(room: RoomOnBus, model: Model, move: Step): Promise<void> {
  if (move.do === 'grant') {
    await room.consent({ family: move.family });
    model.consent = move.family ? 'both' : 'team';
  } else if (move.do === 'withdraw') {
    await room.withdraw();
    model.consent = 'none';
  } else await act(room, model, move);
}

async function act(room: RoomOnBus, model: Model, move: Exclude<Step, { do: 'grant' | 'withdraw' }>): Promise<void> {
  const person: PersonViewer = room.people[move.who];
  const expected = model.seenBy(move.who);
  switch (move.do) {
    case 'join':
      await room.member(person, roleOf[move.who]);
      return void model.members.add(move.who);
    case 'leave':
      await room.member(person, roleOf[move.who], { status: 'LEFT', change: 'LEFT' });
      return void model.members.delete(move.who);
    case 'post': {
      const { post: written, userErrors } = await post(world, person, room, { audience: move.audience });
      const mayWrite = expected !== null && (move.audience === 'EVERYONE' || roleOf[move.who] === 'CARE_TEAM');
      expect(userErrors.length === 0).toBe(mayWrite);
      if (written) model.posts.push({ id: written.id, audience: move.audience });
      return;
    }
    case 'read': {
      const seen = await timelineOf(world, person, room, { first: 100 });
      expect(seen.posts?.nodes.map(({ id }: { id: string }) => id) ?? null).toEqual(expected);
      expect(seen.posts?.totalCount ?? null).toBe(expected?.length ?? null);
      return;
    }
    case 'listen':
      return listen(room, model, person, expected);
  }
}

/** The gateway's way: ask for a class, then fetch in its name; a class of yesterday fetches nothing. */
async function listen(room: RoomOnBus, model: Model, person: PersonViewer, expected: string[] | null): Promise<void> {
  const { roomEventGrant } = await world.client.get(person, 'query ($id: ID!) { roomEventGrant(roomId: $id) { audience epoch } }', {
    id: room.roomId,
  });
  expect(roomEventGrant === null).toBe(expected === null);
  const ids = model.posts.map(({ id }) => id);
  const fetched = async (epoch: number) =>
    (await world.client.entities(channel(room.roomId, roomEventGrant?.audience ?? 'CARE_TEAM', epoch), 'Post', '{ id }', ids)).filter(
      Boolean,
    );
  expect(await fetched(room.epoch - 1)).toEqual([]);
  if (roomEventGrant) expect((await fetched(roomEventGrant.epoch)).map((found) => found?.id).reverse()).toEqual(expected);
  else if (model.consent === 'none') expect(await fetched(room.epoch)).toEqual([]);
}

test('R10, R13: no order of joining, leaving, granting, withdrawing, posting and reading lets a post out to whoever may not see it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const room = await RoomOnBus.open(world.bus);
      const model = new Model();
      for (const move of steps) await take(room, model, move);
      for (const reader of ['physician', 'nurse', 'family', 'patient'] as const) await act(room, model, { do: 'read', who: reader });
    }),
    { numRuns: 8 },
  );
}, 120_000);
