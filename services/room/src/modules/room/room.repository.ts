/** Rooms in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface RoomRow {
  id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  status: RoomState;
  opened_at: Date | string | null;
  closed_at: Date | string | null;
  viewer_membership_id: string | null;
  viewer_status: MembershipState | null;
  viewer_role: MemberRole | null;
  is_inspecting: boolean;
  consent_in_force: boolean;
  covers_daily_condition: boolean;
  /** Number of the newest change of the room at this snapshot: everything up to it is in what is read afterwards. */
  change_seq: number;
  /** The consent's epoch at this snapshot, 0 before the first; its stream counts the same. */
  consent_seq: number;
}

/** A membership that the clock has not ended. */
const own = `r.id = v.room_id and v.user_id = viewer_id() and standing_now(v.status, v.left_at) <> 'LEFT'
  and (v.status <> 'ACTIVE' or holds_now(v.status, v.joined_at, v.left_at))`;

// Room, own membership, look, consent and how far their streams have come in one statement, so in one snapshot (security.md 12).
const columns = `r.id, r.district_id, r.patient_id, r.room_number, r.status, r.opened_at, r.closed_at,
         v.id as viewer_membership_id, v.status as viewer_status, v.role as viewer_role, inspects(r.id) as is_inspecting,
         consent_in_force(r.patient_id) as consent_in_force, consent_covers(r.patient_id, 'DAILY_CONDITION', v.role = 'FAMILY') as covers_daily_condition,
         coalesce((select n.seq from stream_counter n where n.stream = 'room-meta:' || r.id), 0)::int as change_seq,
         coalesce((select g.epoch from consent_of(r.patient_id) g), 0) as consent_seq`;
const selectRoom = `select ${columns} from room r left join room_membership v on ${own}`;

export function selectRooms(tx: Em, ids: readonly string[]): Promise<RoomRow[]> {
  return tx.execute(`${selectRoom} where r.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

export function selectRoomsOfPatients(tx: Em, patientIds: readonly string[]): Promise<RoomRow[]> {
  return tx.execute(`${selectRoom} where r.patient_id = any(?::uuid[])`, [`{${patientIds.join(',')}}`]);
}

export interface RoomPage {
  size: number;
  /** Opening time (ISO) and id of the last room already shown. */
  after?: { openedAt: string; id: string } | undefined;
}

/** @returns the viewer's own rooms, newest first, one more than the page holds when there is more */
export function selectOwnRooms(tx: Em, { size, after }: RoomPage): Promise<RoomRow[]> {
  const beyond = after ? 'and (r.opened_at, r.id) < (?::timestamptz, ?::uuid)' : '';
  return tx.execute(
    `select ${columns} from room_membership v join room r on ${own} where v.user_id = viewer_id() and v.status = 'ACTIVE' ${beyond}
      order by r.opened_at desc, r.id desc limit ?`,
    [...(after ? [after.openedAt, after.id] : []), size + 1],
  );
}

export async function countOwnRooms(tx: Em): Promise<number> {
  const [row] = await tx.execute<{ count: string }[]>(
    'select count(*) from room_membership where user_id = viewer_id() and holds_now(status, joined_at, left_at)',
    [],
  );
  return Number(row?.count ?? 0);
}

export interface NewRoom {
  id: string;
  districtId: string;
  patientId: string;
  roomNumber: string;
  openedAt: Date;
}

/** @returns false when the patient has a room already */
export async function insertRoom(tx: Em, { id, districtId, patientId, roomNumber, openedAt }: NewRoom): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room (id, district_id, patient_id, room_number, status, opened_at) values (?, ?, ?, ?, 'ACTIVE', ?) on conflict do nothing`,
    [id, districtId, patientId, roomNumber, openedAt],
    'run',
  );
  return affectedRows === 1;
}

export interface StreamRow extends RoomRow {
  epoch: number | null;
  /** When the membership or the consent ends by itself; null: open end. */
  valid_until: Date | string | null;
}

/** The same facts as for seeing a room, and how long they hold. */
export async function selectStreamRight(tx: Em, roomId: string): Promise<StreamRow | undefined> {
  const [row] = await tx.execute<StreamRow[]>(
    `select ${columns}, c.epoch, least(v.left_at, consent_ends(r.patient_id)) as valid_until
       from room r left join room_membership v on ${own} left join lateral consent_of(r.patient_id) c on true
      where r.id = ?`,
    [roomId],
  );
  return row;
}
