import type { EventPayloads } from '@heya/schema/events';
import { queryAsAdmin, tablesOfNobody } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { audiences, can, type Standing } from './access.policy.ts';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, post, RoomOnBus, type World } from '../../testing/world.ts';

const tables = ['post', 'vitals_record', 'vital_measurement', 'read_receipt'];
const vitals = { takenAt: new Date().toISOString(), measurements: [{ kind: 'PULSE', value: 72 }] };
let world: World;
let room: RoomOnBus;
let orm: Orm;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  await post(world, room.people.nurse, room, { vitals });
  await post(world, room.people.nurse, room, { audience: 'EVERYONE', vitals });
  orm = await openOrm(timelineOrm(world.environment.database.url));
});
afterAll(async () => {
  await orm.close(true);
  await world.close();
});

/** One room for every combination of room, role and consent; $1 is a member of them all. */
const everyStanding = `
  with every as (
    select gen_random_uuid() as room_id, gen_random_uuid() as patient_id, gen_random_uuid() as district_id, room.status, role, consent.status as consent, lapsed, given
      from unnest(array['PREPARING', 'ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED', 'PURGED']) room(status), unnest(array['CARE_TEAM', 'PATIENT', 'FAMILY', 'CENTER_OBSERVER']) role,
           unnest(array['NONE', 'ACTIVE', 'WITHDRAWN', 'SUPERSEDED']) consent(status), unnest(array[true, false]) lapsed, unnest(array['NO', 'TEAM', 'FAMILY']) given
     where consent.status = 'ACTIVE' or (room.status = 'ACTIVE' and not lapsed)),
  kept as (select every.* from every),
  rooms as (insert into room_state select room_id, patient_id, district_id, status, 1 from kept),
  members as (insert into room_member select gen_random_uuid(), room_id, patient_id, district_id, $1::uuid, role, null, false, 'ACTIVE', null, null, 1 from kept)
  insert into consent_state select patient_id, gen_random_uuid(), district_id, consent, 1, 1, case when given = 'NO' then '{}'::text[] else '{DAILY_CONDITION}' end,
         case when given = 'FAMILY' then '{DAILY_CONDITION}'::text[] else '{}' end, case when lapsed then date '2026-01-01' end from kept where consent <> 'NONE'`;

/** Plain SQL as the runtime role, with no code of ours in between but who asks. */
function as<R extends object = Record<string, unknown>>(viewer: Viewer | undefined, sql: string, values: unknown[] = []): Promise<R[]> {
  return viewer ? inViewer(orm.em, viewer, (tx) => tx.execute<R[]>(sql, values)) : orm.em.fork().execute<R[]>(sql, values);
}

async function counts(viewer?: Viewer): Promise<number[]> {
  const found: number[] = [];
  for (const table of tables) found.push(Number((await as<{ n: string }>(viewer, `select count(*) as n from ${table}`))[0]?.n));
  return found;
}

describe('threat 32: the database alone, asked for everything without a condition', () => {
  test('without a viewer, as a service, as nobody: no row', async () => {
    expect(await counts()).toEqual([0, 0, 0, 0]);
    expect(await counts({ type: 'service', name: 'timeline' })).toEqual([0, 0, 0, 0]);
    expect(await counts({ type: 'anonymous' })).toEqual([0, 0, 0, 0]);
  });

  test('a member their room, a family its part, an outsider none, a stream its class', async () => {
    const { physician, family, outsider, otherDistrict } = room.people;
    expect(await counts(physician)).toEqual([2, 2, 2, 2]);
    expect(await counts(family)).toEqual([1, 1, 1, 1]);
    expect(await counts(outsider)).toEqual([0, 0, 0, 0]);
    expect(await counts(otherDistrict)).toEqual([0, 0, 0, 0]);
    expect(await counts(channel(room.roomId, 'EVERYONE', 1))).toEqual([1, 1, 1, 1]);
    expect(await counts(channel(room.roomId, 'EVERYONE', 7))).toEqual([0, 0, 0, 0]);
  });

  test('nobody writes as somebody else, into another room or beyond their audience', async () => {
    const { physician, family, outsider } = room.people;
    const insert = (viewer: Viewer, authorId: string, audience: string) =>
      as(
        viewer,
        `insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, kind, audience, importance, observed_at, fingerprint)
       values (?, ?, ?, ?, 99, ?, 'x', 'NOTE', ?, 'NORMAL', now(), '') returning 1 as done`,
        [newId(), room.roomId, room.patientId, room.people.districtId, authorId, audience],
      );
    await expect(insert(physician, physician.userId, 'CARE_TEAM')).resolves.toEqual([{ done: 1 }]);
    await expect(insert(physician, family.userId, 'CARE_TEAM')).rejects.toThrow(/row-level security/);
    await expect(insert(family, family.userId, 'CARE_TEAM')).rejects.toThrow(/row-level security/);
    await expect(insert(outsider, outsider.userId, 'EVERYONE')).rejects.toThrow(/row-level security/);
    await expect(insert(channel(room.roomId, 'CARE_TEAM', 1), physician.userId, 'CARE_TEAM')).rejects.toThrow(/row-level security/);
  });

  test('a person neither reads consents nor changes what decides about them', async () => {
    const { physician, outsider } = room.people;
    expect(await as(physician, 'select * from consent_state')).toEqual([]);
    expect(await as(outsider, 'select * from room_member union all select * from room_member')).toEqual([]);
    expect(await as(outsider, 'update room_member set user_id = ? returning 1', [outsider.userId])).toEqual([]);
    await expect(as(outsider, "insert into room_state values (?, ?, ?, 'ACTIVE', 1)", [newId(), newId(), newId()])).rejects.toThrow(
      /row-level security/,
    );
  });

  test('nothing clinical is changed or deleted, no access line unwritten; the runtime role owns nothing', async () => {
    const { nurse } = room.people;
    for (const table of [...tables, 'audit_entry']) await expect(as(nurse, `delete from ${table}`)).rejects.toThrow(/permission denied/);
    for (const sql of [
      "update post set body = ''",
      'update vital_measurement set value = 0',
      "update audit_entry set line = '{}'",
      'alter table post no force row level security',
    ])
      await expect(as(nurse, sql)).rejects.toThrow(/permission denied|must be owner/);
    const owned =
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relowner = current_user::regrole";
    expect(await as(undefined, owned)).toEqual([]);
    const open = await as<{ relname: string }>(
      undefined,
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(open.map(({ relname }) => relname)).toEqual([
      'audit_entry',
      'consumer_offset',
      'data_key',
      'dead_event',
      'mikro_orm_migrations',
      'outbox_event',
      'stream_counter',
    ]);
  });

  test('each function that looks past the policies has a fixed search path and is closed to the public', async () => {
    const rows = await as(
      undefined,
      `select proname, proconfig, has_function_privilege('public', oid, 'execute') as public from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(rows.map(({ proname }) => proname).join(' ')).toBe(
      'ask_to_tell asks_late asks_viewer drop_search erase_room find_viewer_rooms forget_erased keep_out_of_erased_room_id keep_search know_viewer_rooms leave_object post_to_tell reached_by record_place rooms_belonged rooms_joined rooms_of_body_images rooms_seen rooms_written safety_checks_seen safety_handed_people safety_handed_reports safety_handed_view safety_not_ticked safety_rooms safety_rooms_seen safety_rooms_written search_hits viewer_rooms viewer_standing vitals_place wound_place',
    );
    for (const row of rows)
      expect(row).toMatchObject({ proconfig: expect.arrayContaining(['search_path=public, pg_temp']), public: false });
    const open = await as(
      undefined,
      `select proname from pg_proc where pronamespace = 'public'::regnamespace
          and (has_function_privilege('public', oid, 'execute') or not has_function_privilege('heya_timeline', oid, 'execute'))`,
    );
    expect(open.map(({ proname }) => proname).sort()).toEqual([
      'find_viewer_rooms',
      'keep_viewer_rooms',
      'know_viewer_rooms',
      'rooms_question',
    ]);
  });

  test('what is found of somebody’s rights holds for one statement: not for the next, nor for another viewer in the same transaction', async () => {
    const { nurse, outsider } = room.people;
    const status = (value: string) =>
      queryAsAdmin(world.environment.database.adminUrl, 'update consent_state set status = $2 where patient_id = $1', [
        room.patientId,
        value,
      ]);
    const seen = await inViewer(orm.em, nurse, async (tx) => {
      const count = async () => Number((await tx.execute<{ n: string }[]>('select count(*) as n from post'))[0]?.n);
      const before = await count();
      await status('WITHDRAWN');
      const withdrawn = await count();
      await status('ACTIVE');
      const again = await count();
      await tx.execute(`select set_config('app.user_id', ?, true)`, [outsider.userId]);
      return [before, withdrawn, again, await count()];
    });
    expect(seen).toEqual([seen[2], 0, expect.toSatisfy((n: number) => n > 0), 0]);
  });
});

test('the database and the pure rules decide alike, for every standing there is', async () => {
  const { nurse } = room.people;
  await queryAsAdmin(world.environment.database.adminUrl, everyStanding, [nurse.userId]);
  const standings = await as<Standing & { may_read: string[] | null; may_write: boolean }>(
    nurse,
    `
    select s.room_id as "roomId", s.patient_id as "patientId", s.district_id as "districtId", s.room_status as "roomStatus", s.role, s.consent_status as "consentStatus",
           s.consent_lapsed as "consentLapsed", s.granted, s.granted_to_family as "grantedToFamily", v.audiences as may_read, coalesce(v.open, false) as may_write
      from room_member m cross join lateral viewer_standing(m.room_id) s left join viewer_rooms() v on v.room_id = s.room_id`,
  );
  // A member of no readable room sees no membership either, so the rest is asked as the owner of the policies sees it.
  const seen = new Map(standings.map((standing) => [standing.roomId, standing]));
  const rooms = await queryAsAdmin<{ room_id: string }>(
    world.environment.database.adminUrl,
    'select room_id from room_member where user_id = $1',
    [nurse.userId],
  );
  for (const { room_id: id } of rooms.filter(({ room_id: one }) => !seen.has(one))) {
    const [standing] = await as<Standing>(
      nurse,
      `select room_id as "roomId", patient_id as "patientId", district_id as "districtId", room_status as "roomStatus", role, consent_status as "consentStatus",
      consent_lapsed as "consentLapsed", granted, granted_to_family as "grantedToFamily" from viewer_standing(?)`,
      [id],
    );
    expect(can(nurse, 'READ', standing).allowed, JSON.stringify(standing)).toBe(false);
  }
  for (const standing of standings) {
    const reading = can(nurse, 'READ', standing);
    expect(reading.allowed ? [...reading.audiences] : null, JSON.stringify(standing)).toEqual(standing.may_read);
    for (const audience of audiences)
      expect(can(nurse, 'WRITE', standing, audience).allowed).toBe(standing.may_write && Boolean(standing.may_read?.includes(audience)));
  }
  expect(standings.filter(({ may_read: may }) => may).length).toBeGreaterThan(8);
}, 60_000);

test('the migrations make exactly what the entities say', async () => {
  const owner = await openOrm(timelineOrm(world.environment.database.ownerUrl));
  expect(await owner.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  await owner.close(true);
});

test('erasing goes by every table there is: one that says of no room or patient whose it is has to be known here (R16)', async () => {
  const unknown = (await queryAsAdmin<{ name: string }>(world.environment.database.adminUrl, tablesOfNobody)).map(({ name }) => name);
  const known = [
    'consumer_offset',
    'data_key',
    'dead_event',
    'mikro_orm_migrations',
    'notification_preference',
    'outbox_event',
    // Where a person is told, whatever rooms they are in.
    ...['mail_address', 'mail_code', 'mail_digest', 'push_subscription'],
    // What the center called, ended and handed out: of a district, not of anybody; below, keys of objects that are to go.
    ...['safety_check', 'safety_check_end', 'safety_view'],
    ...['stream_counter', 'unneeded_object'],
  ];
  expect(unknown.filter((name) => !known.includes(name))).toEqual([]);
});

test('a room is erased when the room service asks, once, with what may come late; every other room stays (R16)', async () => {
  const [gone, other] = [await RoomOnBus.open(world.bus), await RoomOnBus.open(world.bus)];
  for (const one of [gone, other]) {
    const ask = { toGroup: 'ALL', dueAt: new Date(Date.now() + 3_600_000) };
    const { post: asking } = await post(world, one.people.nurse, one, { vitals, ask, mentions: [{ group: 'ALL', start: 0, end: 1 }] });
    await world.client.get(one.people.physician, 'mutation ($id: ID!) { askTake(postId: $id) { userErrors { code } } }', {
      id: asking?.id,
    });
  }
  const rowsOf = async ({ roomId, patientId }: RoomOnBus): Promise<string[]> => {
    const held: string[] = [];
    for (const table of [...tables, 'post_ask', 'post_ask_step', 'post_mention', 'room_member', 'reading_position', 'consent_state'])
      if (
        (
          await queryAsAdmin(
            world.environment.database.adminUrl,
            `select 1 from ${table} x where to_jsonb(x)->>'room_id' = $1 or to_jsonb(x)->>'patient_id' = $2`,
            [roomId, patientId],
          )
        ).length > 0
      )
        held.push(table);
    return held;
  };
  const before = await rowsOf(gone);
  expect(before).toEqual(
    expect.arrayContaining(['post', 'vital_measurement', 'post_ask', 'post_ask_step', 'post_mention', 'room_member', 'consent_state']),
  );
  const { roomId, patientId, people } = gone;
  const ask: EventPayloads['room.erasureAsked'] = { roomId, patientId, districtId: people.districtId, service: 'timeline', subjectIds: [] };
  await world.bus.publish('room.erasureAsked', { ...ask, service: 'consent' });
  expect(await rowsOf(gone)).toEqual(before);
  // Somebody is just posting: they are waited for, so that what they wrote goes as well.
  await inViewer(orm.em, people.nurse, async (tx) => {
    await tx.execute(
      `insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, kind, audience, importance, observed_at, fingerprint)
       values (?, ?, ?, ?, 99, ?, 'x', 'NOTE', 'CARE_TEAM', 'NORMAL', now(), '')`,
      [newId(), roomId, patientId, people.districtId, people.nurse.userId],
    );
    await world.bus.send('room.erasureAsked', ask);
    const waiting =
      "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
    await vi.waitUntil(async () => (await queryAsAdmin(world.environment.database.adminUrl, waiting)).length > 0, 15_000);
  });
  await world.bus.published('timeline.roomErased', (answer) => answer.roomId === roomId);
  expect(await rowsOf(gone)).toEqual([]);
  // Late, or after a restore; nothing of it is taken in, nor found a second time.
  await gone.member(people.nurse, 'CARE_TEAM');
  await gone.consent();
  await gone.status('CLOSED');
  await world.bus.publish('room.erasureAsked', ask);
  const status = await queryAsAdmin(world.environment.database.adminUrl, 'select status from room_state where room_id = $1', [roomId]);
  expect(status).toEqual([{ status: 'PURGED' }]);
  expect(await rowsOf(gone)).toEqual([]);
  const answers = await vi.waitUntil(async () => {
    const told = (await world.bus.all('timeline.roomErased')).map(({ payload }) => payload);
    return told.length === 2 && told;
  }, 15_000);
  expect(answers[0]).toMatchObject({
    roomId,
    subjectIds: [],
    counts: expect.arrayContaining([
      { name: 'post', count: 2 },
      { name: 'room_member', count: 5 },
    ]),
  });
  // Asked again, it says what it said first, not that there was nothing.
  expect(answers[1]).toEqual(answers[0]);
  expect(await rowsOf(other)).toEqual(before);
  const [hashed] = await as<{ erased: number }>(people.nurse, 'select count(*)::int as erased from erase_room(?, ?)', [
    other.roomId,
    other.patientId,
  ]);
  expect([hashed?.erased, await rowsOf(other)]).toEqual([0, before]);
});
