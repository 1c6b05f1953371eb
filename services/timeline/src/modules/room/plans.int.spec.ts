import { type Em, inViewer, openOrm } from '@heya/service-common/orm';
import { channel } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, post, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';
import { recordStatements, shapes, type Statement } from '../../testing/statements.ts';

/** One in a hundred of them in the room that is looked at. `TIMELINE_PLAN_POSTS=1000000` asks for as many as architecture.md does (a minute to fill on an idle machine). */
const posts = Number(process.env.TIMELINE_PLAN_POSTS ?? 100_000);
const rooms = 100;
/** Tables that grow with what is written; reading one from end to end is never the way. */
const growing = [
  ...['post', 'vitals_record', 'vital_measurement', 'read_receipt', 'post_mention', 'post_ask', 'post_ask_step'],
  ...['post_revision', 'post_retraction', 'acknowledgement'],
];
let world: World;
let room: RoomOnBus;
let statements: { during<T>(work: () => Promise<T>): Promise<Statement[]>; stop(): void };

beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  await fill();
  statements = recordStatements(world.environment.database.url);
}, 900_000);
afterAll(async () => {
  statements.stop();
  await world.close();
});

/** Straight into the tables, by the superuser: a hundred rooms' worth of posts, each tenth with values, half of them read. */
async function fill(): Promise<void> {
  const { nurse, physician, careManager, districtId } = room.people;
  const id = (prefix: string, index = 'g'): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;
  const roomOf = `case when g % ${rooms} = 0 then '${room.roomId}'::uuid else ${id('00000000', `g % ${rooms}`)} end`;
  const patientOf = `case when g % ${rooms} = 0 then '${room.patientId}'::uuid else ${id('00000001', `g % ${rooms}`)} end`;
  const audience = `case when g / ${rooms} % 3 = 0 then 'EVERYONE' else 'CARE_TEAM' end`;
  const withVitals = `g / ${rooms} % 10 = 0`;
  /** Eight of a room, one of them among its newest. */
  const every = Math.floor(posts / rooms / 8);
  const rare = `g / ${rooms} % ${every} = ${every - 3}`;
  const asks = `g / ${rooms} % 91 = 88`;
  const all = `generate_series(1, ${posts}) g`;
  const at = `timestamptz '2026-01-01' + g * interval '20 seconds'`;
  await stored(
    world,
    `
    set session_replication_role = replica;
    set synchronous_commit = off;
    insert into vitals_record (id, room_id, patient_id, audience, taken_at, taken_by_id, taken_by_name, source, worst_flag)
      select ${id('11111111')}, ${roomOf}, ${patientOf}, ${audience}, ${at}, '${nurse.userId}', '鈴木', 'MANUAL', 'NORMAL' from generate_series(1, ${posts}) g where ${withVitals};
    insert into vital_measurement (record_id, kind, ordinal, room_id, patient_id, audience, taken_at, value, unit, loinc_code, flag)
      select ${id('11111111')}, 'PULSE', 0, ${roomOf}, ${patientOf}, ${audience}, ${at}, 72, '/min', '8867-4', 'NORMAL' from generate_series(1, ${posts}) g where ${withVitals};
    insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, kind, audience, importance, body, vitals_id, observed_at, fingerprint,
                      has_ask, acknowledgement_requested, parent_id)
      select ${id('22222222')}, ${roomOf}, ${patientOf}, '${districtId}', g, case when ${rare} then '${careManager.userId}'::uuid else '${nurse.userId}' end, '鈴木',
             case when ${withVitals} then 'VITALS' when ${rare} then 'MEDICATION' else 'NOTE' end,
             ${audience}, case when g / ${rooms} % 50 = 0 then 'IMPORTANT' else 'NORMAL' end, '食事は半分ほど。', case when ${withVitals} then ${id('11111111')} end, ${at}, '',
             ${asks}, ${withVitals}, case when g / ${rooms} % 7 = 2 then ${id('22222222', `g - ${rooms}`)} end
        from generate_series(1, ${posts}) g;
    insert into read_receipt (post_id, user_id, room_id, audience, user_name, read_at)
      select ${id('22222222')}, '${physician.userId}', ${roomOf}, ${audience}, '佐藤', ${at} from generate_series(1, ${posts} / 2) g;
    insert into post_mention (post_id, version, ordinal, room_id, patient_id, audience, user_id, "group", start, "end")
      select ${id('22222222')}, 1, 0, ${roomOf}, ${patientOf}, ${audience}, '${physician.userId}', null, 0, 1 from ${all} where ${rare};
    insert into post_ask (post_id, room_id, patient_id, audience, to_group, professions, due_at)
      select ${id('22222222')}, ${roomOf}, ${patientOf}, ${audience}, 'PHYSICIANS', '{PHYSICIAN,DENTIST}', ${at} from ${all} where ${asks};
    insert into post_ask_step (post_id, kind, room_id, patient_id, audience, by_id, by_name)
      select ${id('22222222')}, 'DONE', ${roomOf}, ${patientOf}, ${audience}, '${physician.userId}', '佐藤' from ${all} where ${asks} and g < ${posts} / 2;
    insert into acknowledgement (post_id, user_id, room_id, patient_id, audience, user_name)
      select ${id('22222222')}, '${physician.userId}', ${roomOf}, ${patientOf}, ${audience}, '佐藤' from ${all} where ${withVitals} and g < ${posts} / 2;
    insert into post_revision (post_id, version, room_id, patient_id, audience, body, by_id, by_name)
      select ${id('22222222')}, 2, ${roomOf}, ${patientOf}, ${audience}, '食事は全量。', '${nurse.userId}', '鈴木' from ${all} where g / ${rooms} % 20 = 17;
    insert into post_retraction (post_id, room_id, patient_id, audience, reason, by_id, by_name)
      select ${id('22222222')}, ${roomOf}, ${patientOf}, ${audience}, '別の方の記録', '${nurse.userId}', '鈴木' from ${all} where g / ${rooms} % 20 = 9;
    insert into stream_counter values ('room:${room.roomId}', ${posts}) on conflict (stream) do update set seq = excluded.seq;`,
  );
  for (const table of [...growing, 'room_member', 'room_state', 'consent_state']) await stored(world, `vacuum analyze ${table}`);
}

const page = `query ($r: [_Any!]!, $first: Int) { _entities(representations: $r) { ... on Room { eventCursor unreadCount lastActivityAt lastPost { id } firstUnreadPost { id }
  posts(first: $first) { totalCount nodes { id body excerpt viewerHasRead viewerHasAcknowledged readSummary { readCount audienceCount acknowledgedCount } readReceipts(first: 3) { nodes { userName } } vitals { id worstFlag measurements { kind value } }
  mentions { start } ask { state } replyCount replies(first: 2) { nodes { id } } acknowledgements { userName } isPinned editedAt revisions { body } retraction { reason } } } } } }`;
const readPage = (first: number, viewer: Viewer = room.people.physician) =>
  world.client.get(viewer, page, { r: [{ __typename: 'Room', id: room.roomId }], first });
const newest = (count: number) =>
  stored<{ id: string }>(world, 'select id from post where room_id = $1 order by seq desc limit $2', [room.roomId, count]);

describe('how much a screen asks of the database', () => {
  test('a page of thirty posts takes as many statements as a page of ten', async () => {
    const ten = await statements.during(() => readPage(10));
    const thirty = await statements.during(() => readPage(30));
    // Posts that two parts of the page ask for may come together or one after the other.
    expect(new Set(shapes(thirty))).toEqual(new Set(shapes(ten)));
    const queries = thirty.filter(({ text }) => text.includes('viewer_rooms'));
    expect(queries.length).toBeLessThanOrEqual(15);
  });

  test('thirty posts of a live stream, thirty rooms of a list: as many statements as for one', async () => {
    const ids = (await newest(30)).map(({ id }) => id);
    const stream = channel(room.roomId, 'CARE_TEAM', 1);
    const ask = (wanted: string[]) =>
      statements.during(() => world.client.entities(stream, 'Post', '{ id body vitals { id } readSummary { readCount } }', wanted));
    expect((await ask(ids)).length).toBe((await ask(ids.slice(0, 1))).length);
    const others = [await RoomOnBus.open(world.bus), await RoomOnBus.open(world.bus)];
    for (const other of others) await other.member(room.people.physician, 'CARE_TEAM');
    for (const other of others) await post(world, other.people.nurse, other);
    const list = (wanted: string[]) =>
      statements.during(() =>
        world.client.entities(room.people.physician, 'Room', '{ unreadCount lastActivityAt lastPost { id excerpt } }', wanted),
      );
    const audits = (found: Statement[]): string[] => shapes(found).filter((text) => !text.includes('audit_entry'));
    expect(audits(await list([room.roomId, ...others.map(({ roomId }) => roomId)]))).toEqual(audits(await list([room.roomId])));
  });
});

describe(`plans at ${posts.toLocaleString('en')} posts`, () => {
  async function plansOf(viewer: Viewer, work: () => Promise<unknown>): Promise<{ text: string; scans: string[]; touched: number }[]> {
    const asked = (await statements.during(work)).filter(
      ({ text }) => text.startsWith('select') && growing.some((table) => text.includes(table)),
    );
    const orm = await openOrm(timelineOrm(world.environment.database.url));
    const found = [];
    for (const { text, call } of asked) {
      const plan = await inViewer(orm.em, viewer, async (tx) => {
        if (!call) return explain(tx, text);
        // Planned once for every value to come.
        await tx.execute('set local plan_cache_mode = force_generic_plan');
        await tx.execute(call);
        return explain(tx, call);
      });
      const scans = nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name']));
      found.push({ text, scans: scans.map((node) => node['Relation Name']), touched: rowsOf(plan) });
    }
    await orm.close(true);
    return found;
  }

  async function explain(tx: Em, text: string): Promise<object | undefined> {
    const rows = await tx.execute<{ 'QUERY PLAN': [{ Plan: object }] }[]>(`explain (analyze, format json) ${text}`);
    return rows[0]?.['QUERY PLAN'][0].Plan;
  }

  test('every query of the room screen, of a family’s, of filters and both directions uses an index', async () => {
    const { physician, family } = room.people;
    const middle = (await timelineOf(world, physician, room, { first: 100 })).posts.pageInfo.endCursor as string;
    const screens: [string, Viewer, () => Promise<unknown>][] = [
      ['room', physician, () => readPage(30)],
      ['family', family, () => readPage(30, family)],
      ['older', physician, () => timelineOf(world, physician, room, { first: 30, after: middle })],
      ['newer', physician, () => timelineOf(world, physician, room, { last: 30, before: middle })],
      ['unread', physician, () => timelineOf(world, physician, room, { filter: { unreadOnly: true } })],
      [
        'owed',
        physician,
        () =>
          world.client.entities(physician, 'Viewer', '{ asksOwedByMe(first: 30) { nodes { id ask { state viewerCanTake } } } }', [
            physician.userId,
          ]),
      ],
      [
        'open asks',
        physician,
        () => world.client.entities(physician, 'Room', '{ openAsks(olderThanHours: 72) { totalCount nodes { id } } }', [room.roomId]),
      ],
      [
        'awaiting',
        physician,
        () =>
          world.client.entities(physician, 'Viewer', '{ postsAwaitingMyAcknowledgement(first: 30) { nodes { id } } }', [physician.userId]),
      ],
      ['values', physician, () => timelineOf(world, physician, room, { filter: { kinds: ['VITALS'] } })],
      ['important', physician, () => timelineOf(world, physician, room, { filter: { importance: ['IMPORTANT'], audience: 'CARE_TEAM' } })],
      [
        'patient',
        physician,
        () =>
          world.client.entities(
            physician,
            'Patient',
            `{ latestVitals { value } vitals(first: 30) { nodes { id isCurrent measurements { value } } } vitalRanges { kind }
              vitalSeries(kinds: [PULSE, WEIGHT], from: "2026-01-01T00:00:00Z", to: "2027-12-01T00:00:00Z") { points { value } } }`,
            [room.patientId],
          ),
      ],
      [
        'stream',
        channel(room.roomId, 'EVERYONE', 1),
        async () =>
          world.client.entities(
            channel(room.roomId, 'EVERYONE', 1),
            'Post',
            '{ id vitals { id } readSummary { readCount } }',
            (await newest(8)).map(({ id }) => id),
          ),
      ],
    ];
    for (const [name, viewer, work] of screens) {
      const plans = await plansOf(viewer, work);
      expect(plans.length, name).toBeGreaterThan(0);
      for (const plan of plans) expect(plan.scans, `${name}: ${plan.text}`).toEqual([]);
    }
  });

  test('a page of some posts touches those it shows, not the room', async () => {
    const { physician, nurse, careManager } = room.people;
    const filters: Record<string, object> = {
      writer: { authorIds: [careManager.userId] },
      writers: { authorIds: [careManager.userId, physician.userId], kinds: ['MEDICATION', 'VITALS'] },
      profession: { professionsOf: ['CARE_MANAGERS'] },
      kind: { kinds: ['MEDICATION'] },
      kinds: { kinds: ['MEDICATION', 'HANDOVER'], audience: 'CARE_TEAM' },
      importance: { importance: ['IMPORTANT', 'URGENT'] },
      period: { from: '2026-01-01T10:00:00Z', to: '2026-01-01T12:00:00Z' },
      named: { mentionsMe: true },
    };
    for (const [name, filter] of Object.entries(filters)) {
      let found = 0;
      const plans = await plansOf(physician, async () => {
        found = (await timelineOf(world, physician, room, { filter })).posts.totalCount;
      });
      const pages = plans.filter(({ text }) => /order by p.seq desc limit 21$|sum\(n\)/.test(text));
      expect([pages.length, found > 2 && found < posts / rooms / 20], name).toEqual([2, true]);
      for (const { text, scans, touched } of pages)
        expect([scans, touched <= 2 * found + 2], `${name}, ${found}, ${touched}: ${text}`).toEqual([[], true]);
    }
    const none = await timelineOf(world, nurse, room, { filter: { mentionsMe: true, professionsOf: ['PHARMACISTS'] } });
    expect(none.posts.nodes).toEqual([]);
  });

  test('a page of the newest touches the room’s end, not its whole', async () => {
    const plans = await plansOf(room.people.physician, () => timelineOf(world, room.people.physician, room, { first: 20 }));
    const [page] = plans.filter(({ text }) => text.includes('order by p.seq desc limit 21'));
    expect(page?.touched).toBeGreaterThan(20);
    expect(page?.touched).toBeLessThanOrEqual(2 * 21);
  });
});

/** Rows taken from the posts themselves, thrown away or not. */
function rowsOf(plan: any): number {
  const own = nodesOf(plan).filter((node) => node['Relation Name'] === 'post');
  return own.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);
}

function nodesOf(plan: any): any[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
