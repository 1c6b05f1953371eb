/** What a form is held against: the room it is about. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

/** One at a time for each room: filing, carrying out and closing do not overtake each other. */
export async function holdRoom(tx: Em, roomId: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`room-life:${roomId}`]);
}

export interface RoomToChange {
  id: string;
  patient_id: string;
  status: RoomState;
  is_member: boolean;
  may_change: boolean;
  consent_in_force: boolean;
  /** Memberships whose seat of steward is to come or go. */
  seats_passing: string[];
}

export async function selectRoomToChange(tx: Em, roomId: string): Promise<RoomToChange | undefined> {
  const [row] = await tx.execute<RoomToChange[]>(
    `select r.id, r.patient_id, r.status, member_role(r.id) is not null as is_member, changes_room(r.id) as may_change,
            consent_in_force(r.patient_id) as consent_in_force,
            (select coalesce(json_agg(m.id), '[]') from room_membership m
              where m.room_id = r.id and m.status <> 'LEFT' and (m.seat_from is not null or m.seat_until is not null)) as seats_passing
       from room r where r.id = ?`,
    [roomId],
  );
  return row;
}

export interface ChangeFactRow {
  room_status: RoomState;
  user_id: string | null;
  role: MemberRole | null;
  status: MembershipState | null;
  is_steward: boolean | null;
  leaves: boolean | null;
  seat_passes: boolean | null;
}

/** Who is in the room of an approved form, for the officer who carries it out; a room without members is one row of its own. */
export function selectChangeFacts(tx: Em, applicationId: string): Promise<ChangeFactRow[]> {
  return tx.execute('select room_status, user_id, role, status, is_steward, leaves, seat_passes from change_facts(?::uuid)', [
    applicationId,
  ]);
}

/** @returns what of the room others are told; undefined when it is not in use */
export async function beginClosing(tx: Em, applicationId: string): Promise<{ id: string; status: RoomState } | undefined> {
  const [row] = await tx.execute<{ id: string; status: RoomState }[]>('select id, status from begin_closing(?::uuid)', [applicationId]);
  return row;
}
