/** R16: an order to take a room along that is under way while the room is erased leaves nothing behind. */
import { inViewer, openOrm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ormConfig } from '../../orm.config.ts';
import { openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';
import { takeStep } from './purge.service.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

it('waits for a package that is being stored, and takes in no order and no key afterwards', async () => {
  const { roomId, patientId, people } = await openRoom(room);
  const { officer, otherOfficer, nurse } = people;
  const sql = <R extends object>(text: string, values: unknown[]): Promise<R[]> =>
    queryAsAdmin<R>(room.environment.database.adminUrl, text, values);
  await sql("update room set status = 'CLOSED' where id = $1", [roomId]);
  await sql(
    `insert into room_retention (room_id, district_id, patient_id, room_number, started_at, closes_at, closed_at, hold_ends_on, version)
     select id, district_id, patient_id, room_number, now(), now(), now(), '2026-01-01', 1 from room where id = $1`,
    [roomId],
  );
  await sql(
    `insert into room_purge (room_id, district_id, patient_id, first_by, first_by_name, first_at, second_by, second_by_name, second_at)
     values ($1, $2, $3, $4, 'x', now(), $5, 'y', now())`,
    [roomId, officer.districtId, patientId, officer.userId, otherOfficer.userId],
  );
  const exportId = newId();
  const order = `insert into room_export (id, room_id, district_id, patient_id, room_number, asked_by, asked_by_name, purpose, reason, state, progress, attempts, asked_at)
    select ?, id, district_id, patient_id, room_number, ?, 'x', 'OTHER', 'x', 'WRITING', 0, 1, now() from room where id = ?`;
  const orm = await openOrm(ormConfig(room.environment.database.adminUrl));
  const service = await openOrm(ormConfig(room.environment.database.url));
  await orm.em.fork().execute(order, [exportId, nurse.userId, roomId]);
  let erasing: Promise<boolean> | undefined;
  await orm.em.fork().transactional(async (tx) => {
    await tx.execute("update room_export set state = 'READY' where id = ?", [exportId]);
    erasing = inViewer(service.em, { type: 'service', name: 'room' }, (step) => takeStep(step, roomId, new Date()));
    const isWaited = async (): Promise<boolean> =>
      (await sql("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()", [])).length > 0;
    await expect.poll(isWaited, { timeout: 10_000 }).toBe(true);
    await tx.execute("insert into room_export_piece (export_id, place, sealed) values (?, 0, '')", [exportId]);
  });
  expect(await erasing).toBe(true);
  await orm.em.fork().execute(order, [newId(), nurse.userId, roomId]);
  await orm.em
    .fork()
    .execute("insert into data_key (scope, version, district_id, key_id, created_at) values (?, 1, ?, 'k', now())", [
      roomId,
      officer.districtId,
    ]);
  const left = await sql(
    `select 1 from room_export_piece where export_id = $2 union all select 1 from room_export where room_id = $1
     union all select 1 from data_key where scope = $1`,
    [roomId, exportId],
  );
  expect(left).toEqual([]);
  await orm.close(true);
  await service.close(true);
});
