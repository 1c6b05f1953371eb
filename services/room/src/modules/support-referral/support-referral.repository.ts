/** Referrals in PostgreSQL, under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { SupportTopic } from './support-referral.entity.ts';

export interface ReferralRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  membership_id: string;
  member_user_id: string;
  member_name: string;
  referred_by: string;
  referred_by_name: string;
  topic: SupportTopic;
  note: string | null;
  created_at: Date | string;
  resolved_at: Date | string | null;
  is_steward: boolean;
  is_inspecting: boolean;
}

const columns = `s.id, s.room_id, s.district_id, s.patient_id, s.room_number, s.membership_id, s.member_user_id, s.member_name, s.referred_by,
  s.referred_by_name, s.topic, s.note, s.created_at, s.resolved_at, is_steward_of(s.room_id) as is_steward, inspects(s.room_id) as is_inspecting`;

const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

export function selectReferrals(tx: Em, ids: readonly string[]): Promise<ReferralRow[]> {
  return tx.execute(`select ${columns} from support_referral s where s.id = any(?::uuid[])`, [listed(ids)]);
}

/** @returns the newest referrals of each of these rooms, newest first */
export function selectReferralsOfRooms(tx: Em, roomIds: readonly string[], limit: number): Promise<ReferralRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from support_referral s where s.room_id = wanted.room_id order by s.created_at desc limit ?) n`,
    [listed(roomIds), limit],
  );
}

export interface RoomToRefer {
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  is_member: boolean;
  is_steward: boolean;
  is_room_open: boolean;
  consent_in_force: boolean;
  member_user_id: string | null;
  member_name: string | null;
}

/** A room and whom of it a referral is about, as the viewer may see them. */
export async function findRoomToRefer(tx: Em, roomId: string, membershipId: string): Promise<RoomToRefer | undefined> {
  const [row] = await tx.execute<RoomToRefer[]>(
    `select r.id as room_id, r.district_id, r.patient_id, r.room_number, member_role(r.id) is not null as is_member,
            is_steward_of(r.id) as is_steward, r.status in ('ACTIVE', 'DORMANT') as is_room_open,
            consent_in_force(r.patient_id) as consent_in_force, m.user_id as member_user_id, m.display_name as member_name
       from room r left join room_membership m on m.room_id = r.id and m.id = ? and standing_now(m.status, m.left_at) <> 'LEFT'
      where r.id = ?`,
    [membershipId, roomId],
  );
  return row;
}

export interface NewReferral {
  id: string;
  room: RoomToRefer;
  membershipId: string;
  memberUserId: string;
  memberName: string;
  by: string;
  byName: string;
  topic: SupportTopic;
  note: string | null;
  at: Date;
}

/** @returns whether it was written: false when the id stands for another */
export async function insertReferral(tx: Em, { id, room, ...facts }: NewReferral): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into support_referral (id, room_id, district_id, patient_id, room_number, membership_id, member_user_id, member_name, referred_by,
       referred_by_name, topic, note, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
    [
      id,
      room.room_id,
      room.district_id,
      room.patient_id,
      room.room_number,
      facts.membershipId,
      facts.memberUserId,
      facts.memberName,
      facts.by,
      facts.byName,
      facts.topic,
      facts.note,
      facts.at,
    ],
  );
  return rows.length > 0;
}

/** @returns it, if it waited until now */
export async function setResolved(
  tx: Em,
  id: string,
  at: Date,
): Promise<Pick<ReferralRow, 'id' | 'room_id' | 'patient_id' | 'district_id'> | undefined> {
  const [row] = await tx.execute<Pick<ReferralRow, 'id' | 'room_id' | 'patient_id' | 'district_id'>[]>(
    'update support_referral set resolved_at = ? where id = ? and resolved_at is null returning id, room_id, patient_id, district_id',
    [at, id],
  );
  return row;
}
