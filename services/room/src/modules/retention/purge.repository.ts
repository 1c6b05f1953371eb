/** Rooms that are erased, in PostgreSQL. */
import type { RoomErased } from '@heya/schema/events';
import type { LedgerEntry } from '@heya/service-common/ledger';
import type { Em } from '@heya/service-common/orm';
import type { PurgingService } from './purge.entity.ts';

interface Confirmation {
  roomId: string;
  districtId: string;
  patientId: string;
  by: string;
  byName: string;
  at: Date;
}

/** @returns false when somebody was first */
export async function insertFirst(tx: Em, { roomId, districtId, patientId, by, byName, at }: Confirmation): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'insert into room_purge (room_id, district_id, patient_id, first_by, first_by_name, first_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
    [roomId, districtId, patientId, by, byName, at],
    'run',
  );
  return affectedRows === 1;
}

export async function setSecond(tx: Em, { roomId, by, byName, at }: Omit<Confirmation, 'districtId' | 'patientId'>): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'update room_purge set second_by = ?, second_by_name = ?, second_at = ? where room_id = ? and second_by is null',
    [by, byName, at, roomId],
    'run',
  );
  return affectedRows === 1;
}

/** Whether officers may say now that the room is erased; the database asks the same. */
export async function isPurgeable(tx: Em, roomId: string, day: string): Promise<boolean> {
  const [row] = await tx.execute<{ yes: boolean }[]>('select purgeable(?::uuid, ?::date) as yes', [roomId, day]);
  return row?.yes ?? false;
}

export interface OpenPurge {
  room_id: string;
  district_id: string;
  patient_id: string;
  begun_at: Date | string | null;
}

/** @returns what both officers have said and what is not finished, the oldest first */
export function selectOpenPurges(tx: Em): Promise<OpenPurge[]> {
  return tx.execute(
    `select room_id, district_id, patient_id, begun_at from room_purge where finished_at is null and second_by is not null order by second_at limit 100`,
  );
}

/** Held until the transaction ends: one step of a room at a time. */
export async function lockPurge(tx: Em, roomId: string): Promise<OpenPurge | undefined> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`room-retention:${roomId}`]);
  const [row] = await tx.execute<OpenPurge[]>(
    'select room_id, district_id, patient_id, begun_at from room_purge where room_id = ? and finished_at is null and second_by is not null',
    [roomId],
  );
  return row;
}

export async function beginPurge(tx: Em, roomId: string, at: Date): Promise<boolean> {
  const [row] = await tx.execute<{ begun: boolean }[]>('select begin_purge(?::uuid, ?::timestamptz) as begun', [roomId, at]);
  return row?.begun ?? false;
}

export interface PartRow {
  service: PurgingService;
  asked_at: Date | string | null;
  erased_at: Date | string | null;
  subject_ids: string[];
}

export function selectParts(tx: Em, roomId: string): Promise<PartRow[]> {
  return tx.execute('select service, asked_at, erased_at, to_json(subject_ids) as subject_ids from room_purge_part where room_id = ?', [
    roomId,
  ]);
}

interface Part {
  service: PurgingService;
  at: Date;
}

/** That a service was asked, now or again. */
export async function savePartAsked(tx: Em, row: OpenPurge, { service, at }: Part): Promise<void> {
  await tx.execute(
    `insert into room_purge_part (room_id, service, district_id, asked_at, subject_ids) values (?, ?, ?, ?, '{}')
     on conflict (room_id, service) do update set asked_at = excluded.asked_at where room_purge_part.erased_at is null`,
    [row.room_id, service, row.district_id, at],
  );
}

/** The first answer counts: what comes again found nothing more. @returns whether it was the first */
export async function savePartErased(tx: Em, row: OpenPurge, part: Part, erased: Omit<RoomErased, 'roomId'>): Promise<boolean> {
  const { service, at } = part;
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room_purge_part (room_id, service, district_id, erased_at, counts, sha256, subject_ids) values (?, ?, ?, ?, ?::jsonb, ?, ?::uuid[])
     on conflict (room_id, service) do update set erased_at = excluded.erased_at, counts = excluded.counts, sha256 = excluded.sha256, subject_ids = excluded.subject_ids
      where room_purge_part.erased_at is null`,
    [row.room_id, service, row.district_id, at, JSON.stringify(erased.counts), erased.sha256, `{${erased.subjectIds.join(',')}}`],
    'run',
  );
  return affectedRows === 1;
}

export async function setFinished(tx: Em, roomId: string, at: Date): Promise<void> {
  await tx.execute('update room_purge set finished_at = ? where room_id = ? and finished_at is null', [at, roomId]);
}

type Row = Extract<LedgerEntry, { kind: 'ROOM_ERASED' }>['purge'];

interface ErasedRoom {
  room_id: string;
  patient_id: string;
  district_id: string;
  at: string;
  retention: Row;
  purge: Row;
  part: Row;
}

/** @returns what stays of rooms that are erased, but for those that are known */
export function selectErased(tx: Em, known: readonly string[]): Promise<ErasedRoom[]> {
  return tx.execute(
    `select u.room_id, u.patient_id, u.district_id, k.erased_at as at, to_jsonb(t) as retention, to_jsonb(u) as purge, to_jsonb(k) as part
       from room_purge u join room_retention t using (room_id) join room_purge_part k on k.room_id = u.room_id and k.service = 'room'
      where u.begun_at is not null and k.erased_at is not null and u.room_id <> all(?::uuid[]) order by k.erased_at`,
    [`{${known.join(',')}}`],
  );
}

/** @returns false when the room is erased, or being erased, here too */
export async function beginAgain(tx: Em, retention: Row, purge: Row): Promise<boolean> {
  const [row] = await tx.execute<{ begun: boolean }[]>('select purge_again(?::jsonb, ?::jsonb) as begun', [
    JSON.stringify(retention),
    JSON.stringify(purge),
  ]);
  return row?.begun ?? false;
}
