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
  covers_daily_condition: boolean;
}

// Room, own membership and consent in one statement, so in one snapshot (security.md 12).
const selectRoom = `
  select r.id, r.district_id, r.patient_id, r.room_number, r.status, r.opened_at, r.closed_at,
         v.id as viewer_membership_id, v.status as viewer_status, v.role as viewer_role,
         consent_covers(r.patient_id, 'DAILY_CONDITION', v.role = 'FAMILY') as covers_daily_condition
    from room r left join room_membership v on v.room_id = r.id and v.user_id = viewer_id() and v.status <> 'LEFT'`;

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
  return tx.execute(`${selectRoom} where v.status = 'ACTIVE' ${beyond} order by r.opened_at desc, r.id desc limit ?`, [
    ...(after ? [after.openedAt, after.id] : []),
    size + 1,
  ]);
}

export async function countOwnRooms(tx: Em): Promise<number> {
  const [row] = await tx.execute<{ count: string }[]>(
    "select count(*) from room_membership where user_id = viewer_id() and status = 'ACTIVE'",
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

/** @returns role and consent epoch of an active member of a room whose consent is in force */
export async function selectStreamRight(
  tx: Em,
  roomId: string,
): Promise<{ role: MemberRole; epoch: number; patientId: string } | undefined> {
  const [row] = await tx.execute<{ role: MemberRole; epoch: number; patient_id: string }[]>(
    `select m.role, c.epoch, r.patient_id from room r
       join room_membership m on m.room_id = r.id and m.user_id = viewer_id() and m.status = 'ACTIVE'
       cross join lateral consent_of(r.patient_id) c
      where r.id = ? and consent_in_force(r.patient_id)`,
    [roomId],
  );
  return row && { role: row.role, epoch: Number(row.epoch), patientId: row.patient_id };
}
