/** Rooms after form 4-3 in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { RecordClass } from './retention.entity.ts';

export interface HoldRow {
  id: string;
  reason: string;
  set_by: string;
  set_by_name: string;
  set_at: string;
  lift_reason: string | null;
  lifted_by: string | null;
  lifted_by_name: string | null;
  lifted_at: string | null;
}

export interface RetentionRow {
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  closure_reason: string | null;
  started_at: Date | string;
  closes_at: Date | string;
  closed_at: Date | string | null;
  record_class: RecordClass | null;
  years: number | null;
  hold_ends_on: string | null;
  version: number;
  viewer_role: MemberRole | null;
  /** Newest first; the first one stands as long as it is not lifted. */
  holds: HoldRow[];
}

const told = `t.room_id, t.district_id, t.patient_id, t.room_number, t.closure_reason, t.started_at, t.closes_at, t.closed_at, t.record_class, t.years,
  t.hold_ends_on::text, t.version`;
const columns = `${told}, member_role(t.room_id) as viewer_role,
  (select coalesce(json_agg(h order by h.set_at desc, h.id desc), '[]') from (
     select l.id, l.reason, l.set_by, l.set_by_name, l.set_at, l.lift_reason, l.lifted_by, l.lifted_by_name, l.lifted_at
       from legal_hold l where l.room_id = t.room_id) h) as holds`;

export function selectRetentions(tx: Em, roomIds: readonly string[]): Promise<RetentionRow[]> {
  return tx.execute(`select ${columns} from room_retention t where t.room_id = any(?::uuid[])`, [`{${roomIds.join(',')}}`]);
}

/** How far a room has come. */
export type RetentionStage = Extract<RoomState, 'CLOSING' | 'CLOSED' | 'PURGED'>;

export interface RetentionPage {
  districtId: string;
  stages: readonly RetentionStage[];
  size: number;
  after?: { startedAt: string; roomId: string } | undefined;
}

const stage = `case when t.closed_at is null then 'CLOSING' else 'CLOSED' end`;

/** @returns those of a district, newest first, one more than the page holds when there is more */
export function selectRetentionPage(tx: Em, { districtId, stages, size, after }: RetentionPage): Promise<RetentionRow[]> {
  const beyond = after ? 'and (t.started_at, t.room_id) < (?::timestamptz, ?::uuid)' : '';
  return tx.execute(
    `select ${columns} from room_retention t where t.district_id = ? and ${stage} = any(?::text[]) ${beyond}
      order by t.started_at desc, t.room_id desc limit ?`,
    [districtId, `{${stages.join(',')}}`, ...(after ? [after.startedAt, after.roomId] : []), size + 1],
  );
}

/** One change of a room's retention at a time. */
export async function lockRetention(tx: Em, roomId: string): Promise<RetentionRow | undefined> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`room-retention:${roomId}`]);
  return (await selectRetentions(tx, [roomId]))[0];
}

interface NewHold {
  id: string;
  roomId: string;
  districtId: string;
  reason: string;
  by: string;
  byName: string;
  at: Date;
}

/** @returns false when there is one of this id already */
export async function insertHold(tx: Em, { id, roomId, districtId, reason, by, byName, at }: NewHold): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'insert into legal_hold (id, room_id, district_id, reason, set_by, set_by_name, set_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing',
    [id, roomId, districtId, reason, by, byName, at],
    'run',
  );
  return affectedRows === 1;
}

export async function liftHold(tx: Em, { id, reason, by, byName, at }: Omit<NewHold, 'roomId' | 'districtId'>): Promise<void> {
  await tx.execute(
    'update legal_hold set lift_reason = ?, lifted_by = ?, lifted_by_name = ?, lifted_at = ? where id = ? and lifted_at is null',
    [reason, by, byName, at, id],
  );
}

export type ClosedRoom = Pick<RetentionRow, 'room_id' | 'district_id' | 'patient_id'>;

/** Closes rooms whose time has come, as the service. @returns those that this call closed */
export function closeRooms(tx: Em, at: Date, limit: number): Promise<ClosedRoom[]> {
  return tx.execute('select room_id, district_id, patient_id from close_rooms(?::timestamptz, ?::int)', [at, limit]);
}
