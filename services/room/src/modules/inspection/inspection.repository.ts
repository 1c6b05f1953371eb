/** Looks of the center in PostgreSQL, under the viewer's row-level security. The database's clock counts the minutes. */
import type { RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface InspectionRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  officer_id: string;
  officer_name: string;
  reason: string;
  started_at: Date | string;
  expires_at: Date | string;
  ended_at: Date | string | null;
  is_running: boolean;
  is_member: boolean;
}

const columns = `i.id, i.room_id, i.district_id, i.patient_id, i.officer_id, i.officer_name, i.reason, i.started_at, i.expires_at,
  case when i.ended_at is null and i.expires_at <= statement_timestamp() then i.expires_at else i.ended_at end as ended_at,
  inspection_runs(i.started_at, i.expires_at, i.ended_at) as is_running, member_role(i.room_id) is not null as is_member`;

export function selectInspections(tx: Em, ids: readonly string[]): Promise<InspectionRow[]> {
  return tx.execute(`select ${columns} from room_inspection i where i.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns the newest looks at each of these rooms, newest first */
export function selectInspectionsOfRooms(tx: Em, roomIds: readonly string[], limit: number): Promise<InspectionRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from room_inspection i where i.room_id = wanted.room_id order by i.started_at desc, i.id desc limit ?) n
      order by n.started_at desc, n.id desc`,
    [`{${roomIds.join(',')}}`, limit],
  );
}

/** Holds the row: two taps are one end. */
export async function lockInspection(tx: Em, id: string): Promise<InspectionRow | undefined> {
  const [row] = await tx.execute<InspectionRow[]>(
    `select ${columns} from room_inspection i where i.id = ? and i.officer_id = viewer_id() for update of i`,
    [id],
  );
  return row;
}

export interface RoomToInspectRow {
  room_id: string;
  patient_id: string;
  district_id: string;
  room_number: string;
  status: RoomState;
  consent_in_force: boolean;
  is_running: boolean;
}

/** @returns what an officer of the district may know of a room before a look; nothing for anybody else */
export async function findOfficerRoom(
  tx: Em,
  { id = null, number = null }: { id?: string | null; number?: string | null },
): Promise<RoomToInspectRow | undefined> {
  const [row] = await tx.execute<RoomToInspectRow[]>('select o.*, inspects(o.room_id) as is_running from officer_room(?, ?) o', [
    id,
    number,
  ]);
  return row;
}

/** Two starts of one officer come one after the other. */
export async function lockOfficer(tx: Em, officerId: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 18))', [officerId]);
}

export interface NewInspection {
  id: string;
  room: RoomToInspectRow;
  officerId: string;
  officerName: string;
  reason: string;
  minutes: number;
}

/** @returns false when the id is taken, whoever by */
export async function insertInspection(tx: Em, { id, room, officerId, officerName, reason, minutes }: NewInspection): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room_inspection (id, room_id, district_id, patient_id, officer_id, officer_name, reason, started_at, expires_at)
     select ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?, t.at, t.at + make_interval(mins => ?)
       from date_trunc('milliseconds', statement_timestamp()) as t(at)
     on conflict do nothing`,
    [id, room.room_id, room.district_id, room.patient_id, officerId, officerName, reason, minutes],
    'run',
  );
  return affectedRows === 1;
}

export async function setEnded(tx: Em, id: string): Promise<void> {
  await tx.execute(
    "update room_inspection set ended_at = date_trunc('milliseconds', clock_timestamp()) where id = ? and ended_at is null",
    [id],
  );
}

/** Ends what a person is looking into, as a service (R7). @returns what ended */
export function endInspectionsOf(tx: Em, officerId: string): Promise<InspectionRow[]> {
  return tx.execute(
    `update room_inspection i set ended_at = date_trunc('milliseconds', clock_timestamp())
      where i.officer_id = ? and inspection_runs(i.started_at, i.expires_at, i.ended_at) returning ${columns}`,
    [officerId],
  );
}
