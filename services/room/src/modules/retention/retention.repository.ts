/** Rooms after form 4-3 in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { PurgingService } from './purge.entity.ts';
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

interface PurgeFacts {
  first_by: string;
  first_by_name: string;
  first_at: string;
  second_by: string | null;
  second_by_name: string | null;
  second_at: string | null;
  begun_at: string | null;
  finished_at: string | null;
  /** What each service has erased, in the order of their names. */
  parts: { service: PurgingService; erased_at: string; counts: { name: string; count: number }[]; sha256: string }[];
}

export interface RetentionRow {
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  closure_reason: string | null;
  /** Receipt number of the form 4-3. */
  application_number: string | null;
  started_at: Date | string;
  closes_at: Date | string;
  closed_at: Date | string | null;
  record_class: RecordClass | null;
  years: number | null;
  hold_ends_on: string | null;
  version: number;
  viewer_role: MemberRole | null;
  is_hold_over: boolean;
  /** null until an officer has said that the room is erased. */
  purge: PurgeFacts | null;
  /** Newest first; the first one stands as long as it is not lifted. */
  holds: HoldRow[];
}

const told = `t.room_id, t.district_id, t.patient_id, t.room_number, t.closure_reason, t.application_number, t.started_at, t.closes_at, t.closed_at, t.record_class, t.years,
  t.hold_ends_on::text, t.version`;
const columns = `${told}, member_role(t.room_id) as viewer_role,
  coalesce(t.hold_ends_on < (statement_timestamp() at time zone 'Asia/Tokyo')::date, false) as is_hold_over,
  (select row_to_json(q) from (
     select u.first_by, u.first_by_name, u.first_at, u.second_by, u.second_by_name, u.second_at, u.begun_at, u.finished_at,
            (select coalesce(json_agg(row_to_json(k) order by k.service), '[]') from (
               select e.service, e.erased_at, e.counts, e.sha256 from room_purge_part e where e.room_id = t.room_id and e.erased_at is not null) k) as parts
       from room_purge u where u.room_id = t.room_id) q) as purge,
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

const stage = `case when t.closed_at is null then 'CLOSING'
  when exists (select 1 from room_purge u where u.room_id = t.room_id and u.begun_at is not null) then 'PURGED' else 'CLOSED' end`;

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
