/** What screens ask costs the same in a large district: each statement goes by an index (architecture.md, Data). */
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selectOwnInvitations, selectMembershipsOfRooms } from './modules/membership/membership.repository.ts';
import { selectAlike, selectInPreparation, selectPatients } from './modules/patient/patient.repository.ts';
import type { PatientProfileFields } from './modules/patient/patient.registration.policy.ts';
import { type RoomQuestion, selectCenterRooms, selectRoomFacts } from './modules/room-list/room-list.repository.ts';
import { selectOwnRooms, selectRooms } from './modules/room/room.repository.ts';
import { ormConfig } from './orm.config.ts';
import { type Case, openRoom, type RoomUnderTest, startRoom } from './testing/room.ts';

const crowd = 5000;
const facility = newId();
let room: RoomUnderTest;
let orm: Orm;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  found = await openRoom(room);
  const fill = (sql: string): Promise<unknown> => queryAsAdmin(room.environment.database.adminUrl, sql);
  await fill(
    `insert into patient select gen_random_uuid(), '${found.people.districtId}', gen_random_uuid(), 'h', 1, now(), now() from generate_series(1, ${crowd})`,
  );
  await fill(
    `insert into patient_profile select id, '名', 'タナカ ハル', 'MALE', '1940-04-01', null, 'a', null from patient on conflict do nothing`,
  );
  await fill(
    `insert into room select gen_random_uuid(), district_id, id, 'N-' || row_number() over (), 'ACTIVE', now() from patient on conflict do nothing`,
  );
  await fill(`insert into room_membership select gen_random_uuid(), r.id, r.district_id, r.patient_id, gen_random_uuid(), 'x', null, null, null, 'CARE_TEAM', false, 'ACTIVE',
    gen_random_uuid(), now(), now(), null from room r, generate_series(1, 3) where r.id <> '${found.roomId}'`);
  await fill(`update room set district_id = '${found.people.districtId}', status = 'DORMANT' where room_number like 'N-%00'`);
  await fill(
    `update room_membership m set status = 'INVITED', facility_id = '${facility}' from room r where r.id = m.room_id and r.room_number like 'N-%111'`,
  );
  await fill(`insert into weekly_check (id, room_id, district_id, patient_id, room_number, week_of, due_on, post_count, not_joined, has_left, made_at, overdue_at)
    select gen_random_uuid(), id, district_id, patient_id, room_number, '2026-01-05', '2026-01-11', 0, '{}', '{}', now(), case when room_number like 'N-%222' then now() end from room`);
  await fill(`insert into stream_counter select 'room-meta:' || id, 1 from room on conflict do nothing`);
  await fill('analyze');
  orm = await openOrm(ormConfig(room.environment.database.url));
});
afterAll(async () => {
  await orm.close(true);
  await room.close();
});

/** The statement a function sends, without sending it. */
async function statementOf(run: (tx: never) => Promise<unknown>): Promise<[string, unknown[]]> {
  let sent: [string, unknown[]] = ['', []];
  const recorder = {
    execute: (sql: string, values: unknown[]) => {
      sent = [sql, values];
      return Promise.resolve([]);
    },
  };
  await run(recorder as never);
  return sent;
}

const alike = { nameKana: 'タナカ ハル', birthDate: '1940-04-01' } as PatientProfileFields;
it.each([
  ['the list of rooms', (tx: never) => selectOwnRooms(tx, { size: 20 })],
  ['a room', (tx: never) => selectRooms(tx, [found.roomId])],
  ['its members', (tx: never) => selectMembershipsOfRooms(tx, [found.roomId])],
  ['invitations', (tx: never) => selectOwnInvitations(tx)],
  ['a patient', (tx: never) => selectPatients(tx, [found.patientId])],
  ['patients in preparation', (tx: never) => selectInPreparation(tx, 100)],
  ['likely doubles of a common name', (tx: never) => selectAlike(tx, alike, found.roomId)],
] as [string, (tx: never) => Promise<unknown>][])('%s goes by an index', async (_what, run) => {
  const [sql, values] = await statementOf(run);
  const plan = await inViewer(orm.em, found.people.physician, async (tx) =>
    (await tx.execute<{ 'QUERY PLAN': string }[]>(`explain (analyze, costs off, timing off) ${sql}`, values))
      .map((row) => row['QUERY PLAN'])
      .join('\n'),
  );
  expect(plan).not.toMatch(/Seq Scan/);
  const removed = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].map(([, count]) => Number(count));
  expect(Math.max(0, ...removed)).toBeLessThan(20);
});

const everything: RoomQuestion = {
  statuses: null,
  number: null,
  facilityId: null,
  checkOverdue: false,
  invitationWaiting: false,
  stewardMissing: false,
  unusedSince: null,
};
/** Functions hide their statements from EXPLAIN, so the database counts: nothing is read but by an index, and little more than is shown. */
it.each([
  ['its first page', {}, 400],
  ['a rare state', { statuses: ['DORMANT'] }, 400],
  ['a number', { number: 'K-' }, 40],
  ['a facility', { facilityId: facility }, 100],
  ['overdue checks', { checkOverdue: true }, 100],
  ['waiting invitations', { invitationWaiting: true }, 100],
] as [string, Partial<RoomQuestion>, number][])("the center's list goes by an index: %s", async (_what, asked, atMost) => {
  const counters =
    "select sum(seq_tup_read)::int as scanned, sum(idx_tup_fetch)::int as fetched from pg_stat_xact_user_tables where relname in ('room', 'room_membership', 'weekly_check', 'room_activity')";
  const [rows, scanned, fetched] = await inViewer(orm.em, found.people.officer, async (tx) => {
    const read = async (): Promise<{ scanned: number; fetched: number }> => (await tx.execute<any[]>(counters))[0];
    const before = await read();
    const page = await selectCenterRooms(tx, { ...everything, ...asked }, { limit: 21 });
    await selectRoomFacts(
      tx,
      page.map(({ id }) => id),
    );
    const after = await read();
    return [page.length, after.scanned - before.scanned, after.fetched - before.fetched];
  });
  expect(rows).toBeGreaterThan(0);
  expect(scanned).toBe(0);
  expect(fetched).toBeLessThan(atMost);
});
