/** R28 at scale: a page of the feed and the number beside the bell are found along an index, however much others were ever told. */
import { inViewer, openOrm } from '@heya/service-common/orm';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { recordStatements } from '../../testing/statements.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

const people = 50;
const each = 1000;
let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  // That the consent holds was told to the care team, and is no part of this.
  await until('told', async () => (await stored(world, 'select 1 from notification')).length === 2);
  await stored(world, 'delete from notification');
  const userOf = `case when g % ${people} = 0 then '${room.people.nurse.userId}'::uuid else ('00000000-0000-7000-8000-' || lpad(to_hex(g % ${people}), 12, '0'))::uuid end`;
  // The nurse has read all but her newest twenty.
  await stored(
    world,
    `insert into notification (id, user_id, seq, kind, importance, target_type, target_id, room_id, patient_id, audience, needs_membership, actor_id, cause, in_app, read_at)
     select gen_random_uuid(), ${userOf}, g, 'URGENT_POST', 'URGENT', 'Post', gen_random_uuid(), '${room.roomId}', '${room.patientId}', 'CARE_TEAM', true, gen_random_uuid(),
            'post:' || g, true, case when g <= ${people * (each - 20)} then now() end
       from generate_series(1, ${people * each}) g`,
  );
  await stored(world, 'vacuum analyze notification');
});
afterAll(() => world.close());

const fields = 'notifications(filter: $filter, first: 20) { nodes { id safeTitle } } unreadNotificationCount';
const feed = `query ($r: [_Any!]!, $filter: NotificationFilter) { _entities(representations: $r) { ... on Viewer { ${fields} } } }`;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

test.each([
  ['all', {}],
  ['unread', { unreadOnly: true }],
  ['of a room', { roomId: 'here' }],
])('%s: of nobody else’s any row is touched', async (_name, given) => {
  const { nurse } = room.people;
  const filter = 'roomId' in given ? { roomId: room.roomId } : given;
  const statements = recordStatements(world.environment.database.url);
  const asked = await statements.during(async () => {
    const [viewer] = (await world.client.get(nurse, feed, { r: [{ __typename: 'Viewer', id: nurse.userId }], filter }))._entities;
    expect([viewer.notifications.nodes.length, viewer.unreadNotificationCount]).toEqual([20, 20]);
  });
  statements.stop();
  const orm = await openOrm(timelineOrm(world.environment.database.url));
  const reads = asked.filter(({ text }) => text.includes('from notification n'));
  expect(reads).toHaveLength(2);
  for (const { text } of reads) {
    const [answer] = await inViewer(orm.em, nurse, (tx) =>
      tx.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(`explain (analyze, format json) ${text}`),
    );
    const scans = nodesOf(answer?.['QUERY PLAN'][0].Plan as Plan).filter((node) => node['Relation Name'] === 'notification');
    expect(
      scans.map((node) => node['Node Type']),
      text,
    ).not.toContain('Seq Scan');
    expect(Math.max(...scans.map((node) => node['Actual Rows'] * node['Actual Loops'])), text).toBeLessThanOrEqual(each);
  }
  await orm.close(true);
});
