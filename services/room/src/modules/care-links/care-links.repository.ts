/** Who was linked in a room in a month, under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { MonthSpan } from '@heya/service-common/month';

export interface LinkedRow {
  facility_id: string;
  name: string;
  professions: string[];
  people: number;
  since: string;
  until: string | null;
}

export interface CareLinksRow {
  room_id: string;
  patient_id: string;
  /** Oldest first. */
  facilities: LinkedRow[];
  /** Facilities other than the viewer's own, over all rooms in which the viewer serves. */
  linked_over_all: number;
}

/** Took part for at least a moment of the month. */
const tookPart = `m.role = 'CARE_TEAM' and m.facility_id is not null and m.joined_at < ?::timestamptz and (m.left_at is null or m.left_at > ?::timestamptz)`;

/** Rooms in which the viewer is not of the care team are absent. */
export function selectCareLinks(
  tx: Em,
  roomIds: readonly string[],
  { from, to }: MonthSpan,
  ownFacilityId: string | null,
): Promise<CareLinksRow[]> {
  return tx.execute(
    `select r.id as room_id, r.patient_id,
            coalesce((select jsonb_agg(f order by f.since, f.facility_id) from (
              select m.facility_id, (array_agg(m.facility_name order by m.joined_at desc))[1] as name,
                     coalesce(array_agg(distinct m.profession) filter (where m.profession is not null), '{}') as professions,
                     count(distinct m.user_id)::int as people, min(m.joined_at) as since,
                     case when bool_or(m.left_at is null) then null else max(m.left_at) end as until
                from room_membership m where m.room_id = r.id and ${tookPart} group by m.facility_id) f), '[]') as facilities,
            (select count(distinct m.facility_id)::int from room_membership own join room_membership m on m.room_id = own.room_id
              where own.user_id = viewer_id() and own.role = 'CARE_TEAM' and holds_now(own.status, own.joined_at, own.left_at)
                and m.facility_id is distinct from ?::uuid and ${tookPart}) as linked_over_all
       from room r where r.id = any(?::uuid[]) and member_role(r.id) = 'CARE_TEAM'`,
    [to, from, ownFacilityId, to, from, `{${roomIds.join(',')}}`],
  );
}
