/** R16, threats 29, 30: a backup from before a room was erased is brought back, and the room is gone before anybody is answered. */
import { rm } from 'node:fs/promises';
import type { RoomErased } from '@heya/schema/events';
import { readLedger } from '@heya/service-common/ledger';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(room.environment.database.adminUrl, text, values);

const eachTable = (statements: string): string => `do $do$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations' loop ${statements} end loop;
  end $do$`;
const backup = (): Promise<unknown> =>
  sql(`create schema backup; ${eachTable(`execute format('create table backup.%1$I as table public.%1$I', t);`)}`);
const bringBack = (): Promise<unknown> =>
  sql(
    `set session_replication_role = replica; ${eachTable(`execute format('delete from public.%I', t);
    execute format('insert into public.%1$I overriding system value select * from backup.%1$I', t);`)}`,
  );

it('erases it again, asks the others again, and keeps what was said first; what was not erased stays', async () => {
  const [{ roomId, patientId, people }, other] = [await openRoom(room), await openRoom(room)];
  const { officer, otherOfficer, nurse, districtId } = people;
  await sql("update room set status = 'CLOSED' where id = $1", [roomId]);
  await sql(
    `insert into room_retention (room_id, district_id, patient_id, room_number, started_at, closes_at, closed_at, hold_ends_on, version)
     select id, district_id, patient_id, room_number, now(), now(), now(), '2026-01-01', 1 from room where id = $1`,
    [roomId],
  );
  await sql("insert into data_key (scope, version, district_id, key_id, wrapped, created_at) values ($1, 1, $2, 'k', 'x', now())", [
    roomId,
    districtId,
  ]);
  // At the time of the backup a hold stood, and nobody had said a word.
  const holdId = newId();
  await sql(
    "insert into legal_hold (id, room_id, district_id, reason, set_by, set_by_name, set_at) values ($1, $2, $3, '調査', $4, 'x', now())",
    [holdId, roomId, districtId, officer.userId],
  );
  await backup();
  await sql("update legal_hold set lifted_at = now(), lift_reason = '終了' where id = $1", [holdId]);
  await sql(
    `insert into room_purge (room_id, district_id, patient_id, first_by, first_by_name, first_at, second_by, second_by_name, second_at)
     values ($1, $2, $3, $4, 'x', now(), $5, 'y', now())`,
    [roomId, districtId, patientId, officer.userId, otherOfficer.userId],
  );
  const file = room.environment.variables.LEDGER_FILE ?? '';
  const ledger = (): ReturnType<typeof readLedger> => readLedger(file);
  expect(await ledger()).toEqual([]);
  expect(await room.runJob('room-purge')).toBe(1);
  const [kept, ...more] = await ledger();
  expect([kept, more]).toMatchObject([{ kind: 'ROOM_ERASED', roomId, patientId }, []]);
  expect(JSON.stringify(kept)).not.toMatch(/田中|調査|退院/);
  // Erased before there was a ledger, or killed before it was written: it is completed at the start.
  await room.restart(() => rm(file));
  expect(await ledger()).toEqual([kept]);

  const left = async (): Promise<object[]> =>
    sql(
      `select 1 from patient where id = $2 union all select 1 from room_membership where room_id = $1 union all select 1 from data_key where scope = $1
       union all select 1 from legal_hold where room_id = $1 union all select 1 from room_application where patient_id = $2`,
      [roomId, patientId],
    );
  const certificate = `select p.first_by, p.second_by, p.begun_at, t.room_number, t.closed_at, t.hold_ends_on, k.counts, k.sha256, k.erased_at, k.subject_ids
    from room_purge p join room_retention t using (room_id) join room_purge_part k on k.room_id = p.room_id and k.service = 'room' where p.room_id = $1`;
  const first = await sql(certificate, [roomId]);
  await room.restart(async () => {
    await bringBack();
    expect((await left()).length).toBeGreaterThan(4);
    expect(await sql('select status from room where id = $1', [roomId])).toEqual([{ status: 'CLOSED' }]);
  });
  const shown = 'query ($id: ID!) { room(id: $id) { patient { name } } }';
  expect((await room.get(nurse, shown, { id: roomId })).room).toBeNull();
  expect((await room.get(other.people.nurse, shown, { id: other.roomId })).room).toMatchObject({ patient: { name: '田中 ハル' } });
  expect(await left()).toEqual([]);
  expect(await sql('select status from room where id = $1', [roomId])).toEqual([{ status: 'PURGED' }]);
  expect(first).toHaveLength(1);
  expect(await sql(certificate, [roomId])).toEqual(first);

  const asked = async (): Promise<string[]> =>
    (await room.bus.all('room.erasureAsked')).filter(({ payload }) => payload.roomId === roomId).map(({ payload }) => payload.service);
  expect(await asked()).toEqual(['timeline', 'consent', 'timeline', 'consent']);
  const told = (await room.bus.all('room.roomChanged')).filter(({ payload }) => payload.roomId === roomId);
  expect(told.slice(-2).map(({ payload }) => payload.status)).toEqual(['PURGED', 'PURGED']);
  const answer: RoomErased = { roomId, counts: [], sha256: 'a'.repeat(64), subjectIds: [] };
  for (const topic of ['timeline.roomErased', 'consent.roomErased', 'identity.roomErased'] as const) await room.bus.publish(topic, answer);
  expect(await sql('select 1 from room_purge where room_id = $1 and finished_at is not null', [roomId])).toHaveLength(1);
  // Known to be erased here: the next start does nothing more.
  const before = (await asked()).length;
  await room.restart();
  expect((await asked()).length).toBe(before);
});
