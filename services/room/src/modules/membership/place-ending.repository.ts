/** Places that end, and what they end, as a service. */
import type { EventPayloads } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import { columns, type MembershipRow } from './membership.repository.ts';

type Place = EventPayloads['identity.placeEnding'];

export async function putEnding(tx: Em, { applicationId, userId, facilityId, isOnlyPlace }: Place, endsAt: Date): Promise<void> {
  await tx.execute(
    `insert into place_ending (application_id, user_id, facility_id, ends_at, is_only_place) values (?, ?, ?, ?, ?)
     on conflict (application_id) do update set facility_id = excluded.facility_id, ends_at = excluded.ends_at, is_only_place = excluded.is_only_place`,
    [applicationId, userId, facilityId, endsAt, isOnlyPlace],
  );
}

export async function dropEnding(tx: Em, applicationId: string): Promise<void> {
  await tx.execute('delete from place_ending where application_id = ?', [applicationId]);
}

/** When a membership ends by itself: with a place of work, or by form 4-2 (R7, R14). */
const ends = 'least(place_ends(m.user_id, m.facility_id, m.role), removal_ends(m.id))';

/** Lets the person's memberships end with the first of their places that end. @returns those that change by it, or are over by now */
export function keepToEndings(tx: Em, userId: string): Promise<MembershipRow[]> {
  return tx.execute(
    `update room_membership m set left_at = ${ends}
      where m.user_id = ? and m.role = 'CARE_TEAM' and m.status <> 'LEFT'
        and (m.left_at is distinct from ${ends} or m.left_at <= statement_timestamp()) returning ${columns}`,
    [userId],
  );
}

/** @returns the memberships that were held through the place, ended for good */
export function endThrough(tx: Em, { userId, facilityId, isOnlyPlace }: Place, at: Date): Promise<MembershipRow[]> {
  return tx.execute(
    `update room_membership m set status = 'LEFT', left_at = least(coalesce(m.left_at, ?), ?)
      where m.user_id = ? and m.role = 'CARE_TEAM' and m.status <> 'LEFT' and (? or m.facility_id = ?) returning ${columns}`,
    [at, at, userId, isOnlyPlace, facilityId],
  );
}

/** Gives an empty seat to somebody who is in that room. @returns who is steward now, if it could be given */
export async function passSeatOn(
  tx: Em,
  { membershipId, leaverId, userId }: { membershipId: string; leaverId: string; userId: string },
): Promise<MembershipRow | undefined> {
  const [row] = await tx.execute<MembershipRow[]>(
    `update room_membership m set is_steward = true
       from room_membership seat
      where seat.id = ? and seat.user_id = ? and seat.is_steward and seat.status = 'LEFT'
        and m.room_id = seat.room_id and m.user_id = ? and m.role = 'CARE_TEAM' and holds_now(m.status, m.joined_at, m.left_at)
        and not exists (select from room_membership o where o.room_id = seat.room_id and o.is_steward and o.status <> 'LEFT') returning ${columns}`,
    [membershipId, leaverId, userId],
  );
  return row;
}
