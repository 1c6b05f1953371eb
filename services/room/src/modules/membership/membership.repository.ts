/** Memberships in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface MembershipRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  user_id: string;
  display_name: string;
  profession: string | null;
  facility_id: string | null;
  facility_name: string | null;
  role: MemberRole;
  is_steward: boolean;
  /** Invited as who takes the steward's seat on joining (R14). */
  takes_seat: boolean;
  status: MembershipState;
  invited_at: Date | string;
  joined_at: Date | string | null;
  left_at: Date | string | null;
  reminded_at: Date | string | null;
  /** The viewer's own role in the room now, and whether a look of theirs runs (R18). */
  viewer_role: MemberRole | null;
  is_inspecting: boolean;
}

/** The same for everybody. Who is steward is asked of the clock, as a seat passes on in its minute (R14). */
export const toldColumns = `m.id, m.room_id, m.district_id, m.patient_id, m.user_id, m.display_name, m.profession, m.facility_id, m.facility_name, m.role,
  steward_now(m.is_steward, m.seat_from, m.seat_until) as is_steward,
  (m.seat_by is not null and m.status = 'INVITED' and m.left_at is null) as takes_seat, standing_now(m.status, m.left_at) as status, m.invited_at, m.joined_at, m.left_at, m.reminded_at`;
export const columns = `${toldColumns}, member_role(m.room_id) as viewer_role, inspects(m.room_id) as is_inspecting`;

export function selectMembershipsById(tx: Em, ids: readonly string[]): Promise<MembershipRow[]> {
  return tx.execute(`select ${columns} from room_membership m where m.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns memberships of several rooms that have not ended, oldest invitation first */
export function selectMembershipsOfRooms(tx: Em, roomIds: readonly string[]): Promise<MembershipRow[]> {
  return tx.execute(
    `select ${columns} from room_membership m where m.room_id = any(?::uuid[]) and standing_now(m.status, m.left_at) <> 'LEFT' order by m.invited_at, m.id`,
    [`{${roomIds.join(',')}}`],
  );
}

export function selectOwnInvitations(tx: Em): Promise<MembershipRow[]> {
  return tx.execute(
    `select ${columns} from room_membership m join room r on r.id = m.room_id and r.status = 'ACTIVE'
      where m.user_id = viewer_id() and standing_now(m.status, m.left_at) = 'INVITED' and (m.begins_at is null or m.begins_at <= statement_timestamp())
        and consent_in_force(m.patient_id) order by m.invited_at, m.id`,
    [],
  );
}

/** Only rooms in which the viewer is, too. */
export function selectShared(tx: Em, userIds: readonly string[]): Promise<MembershipRow[]> {
  return tx.execute(
    `select ${columns} from room_membership m
      where m.user_id = any(?::uuid[]) and holds_now(m.status, m.joined_at, m.left_at) and member_role(m.room_id) is not null order by m.joined_at, m.id`,
    [`{${userIds.join(',')}}`],
  );
}

/** People without a room are absent. */
export function countRooms(tx: Em, facilityId: string, userIds: readonly string[]): Promise<{ user_id: string; rooms: number }[]> {
  return tx.execute('select user_id, rooms from room_counts(?::uuid, ?::uuid[])', [facilityId, `{${userIds.join(',')}}`]);
}

export interface AcceptanceRow extends MembershipRow {
  room_status: RoomState;
  consent_in_force: boolean;
  has_begun: boolean;
}

/** What changes the seat of a steward does not overtake: the same lock as that of forms about the room, taken before any of its rows. */
export async function holdRoomOf(tx: Em, id: string): Promise<void> {
  await tx.execute(
    "select pg_advisory_xact_lock(hashtextextended('room-life:' || m.room_id, 0)) from room_membership m where m.id = ? and m.user_id = viewer_id() and m.seat_by is not null",
    [id],
  );
}

/** Holds the row: two taps are one acceptance. */
export async function lockMembership(tx: Em, id: string): Promise<AcceptanceRow | undefined> {
  const [row] = await tx.execute<AcceptanceRow[]>(
    `select ${columns}, r.status as room_status, consent_in_force(m.patient_id) as consent_in_force,
            (m.begins_at is null or m.begins_at <= statement_timestamp()) as has_begun
       from room_membership m join room r on r.id = m.room_id where m.id = ? and m.user_id = viewer_id() for update of m`,
    [id],
  );
  return row;
}

export async function setJoined(tx: Em, id: string, at: Date): Promise<void> {
  await tx.execute("update room_membership set status = 'ACTIVE', joined_at = ? where id = ? and status = 'INVITED'", [at, id]);
}

/** Null for who may not see the room. */
export async function roomNumberOf(tx: Em, roomId: string): Promise<string | null> {
  const [row] = await tx.execute<{ room_number: string }[]>('select room_number from room where id = ?', [roomId]);
  return row?.room_number ?? null;
}

/** Ends every membership of a person, as a service. @returns what ended */
export function endMembershipsOf(tx: Em, userId: string, at: Date): Promise<MembershipRow[]> {
  return tx.execute(
    `update room_membership m set status = 'LEFT', left_at = ? where m.user_id = ? and m.status <> 'LEFT' returning ${columns}`,
    [at, userId],
  );
}

export interface NewMembership {
  id: string;
  roomId: string;
  districtId: string;
  patientId: string;
  userId: string;
  displayName: string;
  profession: string | null;
  facilityId: string | null;
  facilityName: string | null;
  role: MemberRole;
  isSteward: boolean;
  invitedBy: string;
  invitedAt: Date;
  /** It can be taken from this minute on. */
  beginsAt?: Date | null;
  /** The form by which the steward's seat comes to them on joining. */
  seatBy?: string | null;
}

export async function insertInvitation(tx: Em, m: NewMembership): Promise<void> {
  await tx.execute(
    `insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, profession, facility_id, facility_name, role,
       is_steward, status, invited_by, invited_at, begins_at, seat_by, left_at)
     select n.*, place_ends(n.user_id, n.facility_id, n.role)
       from (select ?::uuid as id, ?::uuid as room_id, ?::uuid as district_id, ?::uuid as patient_id, ?::uuid as user_id, ?::text as display_name, ?::text as profession,
                    ?::uuid as facility_id, ?::text as facility_name, ?::text as role, ?::boolean as is_steward, 'INVITED' as status, ?::uuid as invited_by, ?::timestamptz as invited_at, ?::timestamptz as begins_at, ?::uuid as seat_by) n`,
    [
      m.id,
      m.roomId,
      m.districtId,
      m.patientId,
      m.userId,
      m.displayName,
      m.profession,
      m.facilityId,
      m.facilityName,
      m.role,
      m.isSteward,
      m.invitedBy,
      m.invitedAt,
      m.beginsAt ?? null,
      m.seatBy ?? null,
    ],
  );
}

/** Asks invited people to come, as the steward or applicant of the room. @returns those who were asked; whoever was within the last 20 hours is not asked again */
export function remindInvited(tx: Em, roomId: string, ids: readonly string[]): Promise<MembershipRow[]> {
  return tx.execute(`select ${columns} from remind_invited(?::uuid, ?::uuid[]) m`, [roomId, `{${ids.join(',')}}`]);
}

/** Whether the viewer looks after the room, and whether anybody may still come into it. */
export async function changesRoom(tx: Em, roomId: string): Promise<{ mayChange: boolean; isRoomOpen: boolean }> {
  const [row] = await tx.execute<{ may: boolean; is_open: boolean }[]>(
    "select changes_room(r.id) as may, r.status = 'ACTIVE' as is_open from room r where r.id = ?::uuid",
    [roomId],
  );
  return { mayChange: row?.may ?? false, isRoomOpen: row?.is_open ?? false };
}
