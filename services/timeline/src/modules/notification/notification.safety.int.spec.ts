/** R28, R31: a safety check is told to whoever takes part in a room that it asks for, once whatever rooms they are in, and to nobody else. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { expect, test } from 'vitest';
import { type CardService, serveCards } from '../../testing/cards.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

const granted = ['DISASTER_SAFETY', 'DAILY_CONDITION'] as const;
const consent = { grants: granted.map((category) => ({ category, family: true, partners: false })), disasterUse: true };
const feed = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { notifications(filter: { kinds: [SAFETY_CHECK] }) {
  nodes { importance safeTitle url room { id } target { __typename ... on SafetyCheck { id } } readAt } } } } }`;

async function scene(): Promise<{ world: World; cards: CardService; rooms: RoomOnBus[] }> {
  const cards = await serveCards(() => ({ name: '田中 ハル', locality: '東京都中野区本町', roomNumber: 'R-0001' }));
  const world = await openWorld({ LEASE_MS: '20000', ROOM_URL: cards.url });
  const first = await RoomOnBus.open(world.bus);
  const rooms = [first, await RoomOnBus.open(world.bus, first.people)];
  for (const room of rooms) await room.consent(consent);
  await world.timeline.jobs.run('safety-cards');
  return { world, cards, rooms };
}

test('a check is told, and no more once it has ended', async () => {
  const { world, cards, rooms } = await scene();
  const [{ people }] = rooms as [RoomOnBus];
  const told = async (who: PersonViewer): Promise<any[]> =>
    (await world.client.get(who, feed, { r: [{ __typename: 'Viewer', id: who.userId }] }))._entities[0].notifications.nodes;
  const id = newId();
  const start = 'mutation ($input: SafetyCheckStartInput!) { safetyCheckStart(input: $input) { userErrors { code } } }';
  const { safetyCheckStart } = await world.client.get(people.officer, start, {
    input: { idempotencyKey: id, title: '地震', practice: false },
  });
  expect(safetyCheckStart.userErrors).toEqual([]);
  const rows = () => stored(world, 'select user_id from notification where target_id = $1', [id]);
  await until('told', async () => (await rows()).length === 5);
  for (const who of [people.nurse, people.family, people.patient])
    expect(await told(who)).toEqual([
      {
        importance: 'URGENT',
        safeTitle: '安否の確認をお願いします',
        url: `/safety/${id}`,
        room: null,
        target: { __typename: 'SafetyCheck', id },
        readAt: null,
      },
    ]);
  expect([await told(people.outsider), await told(people.officer)]).toEqual([[], []]);
  await world.client.get(people.officer, 'mutation ($id: ID!) { safetyCheckEnd(id: $id) { userErrors { code } } }', { id });
  await until('read', async () => (await told(people.nurse))[0]?.readAt !== null);
  await world.close();
  await cards.close();
});
