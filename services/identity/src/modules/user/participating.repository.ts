/** Organisations of a district in which somebody works with an ID today. */
import type { Em } from '@heya/service-common/orm';
import type { FacilityKind } from '../facility/index.ts';

export interface ParticipatingRow {
  district_name: string;
  name: string | null;
  kind: FacilityKind;
  municipality: string;
}

/** @returns for a district without any one row without a name; nothing where there is no such district */
export function selectParticipating(
  tx: Em,
  districtId: string,
  { today, limit }: { today: string; limit: number },
): Promise<ParticipatingRow[]> {
  return tx.execute(
    `select d.name as district_name, f.name, f.kind, f.municipality
       from district d left join facility f on f.district_id = d.id and f.kind <> 'HOME_CARE_SUPPORT_CENTER' and exists (
         select 1 from affiliation a join practitioner p on p.id = a.practitioner_id join app_user u on u.id = p.user_id and u.deactivated_at is null
          where a.facility_id = f.id and a.since <= ?::date and (a.until is null or a.until >= ?::date))
      where d.id = ?::uuid order by f.sort_name, f.id limit ?`,
    [today, today, districtId, limit],
  );
}
