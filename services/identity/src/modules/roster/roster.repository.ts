import type { Em } from '@heya/service-common/orm';
import { RosterConfirmation, RosterReminder } from './roster.entity.ts';

export const findConfirmation = (tx: Em, id: string): Promise<RosterConfirmation | null> => tx.findOne(RosterConfirmation, { id });

/** Newest first; one a year, and its corrections. */
export const confirmationsOf = (tx: Em, facilityIds: readonly string[]): Promise<RosterConfirmation[]> =>
  tx.find(RosterConfirmation, { facilityId: { $in: [...facilityIds] } }, { orderBy: { year: 'desc', version: 'desc' }, limit: 500 });

export async function insertConfirmation(tx: Em, row: RosterConfirmation): Promise<void> {
  await tx.insert(RosterConfirmation, row);
}

export const findReminder = (tx: Em, id: string): Promise<RosterReminder | null> => tx.findOne(RosterReminder, { id });

export const remindersOf = (tx: Em, facilityId: string): Promise<RosterReminder[]> => tx.find(RosterReminder, { facilityId });

/** Two administrators of one facility wait for one another. */
export async function holdFacility(tx: Em, facilityId: string): Promise<void> {
  await tx.execute('select id from facility where id = ? for no key update', [facilityId]);
}

export interface StaffMember {
  user_id: string;
  display_name: string;
}

/** Everybody who works there today, stopped IDs too. */
export const presentStaff = (tx: Em, facilityId: string, today: string): Promise<StaffMember[]> =>
  tx.execute(
    `select distinct u.id as user_id, u.display_name
       from affiliation a join practitioner p on p.id = a.practitioner_id join app_user u on u.id = p.user_id
      where a.facility_id = ? and a.since <= ?::date and (a.until is null or a.until >= ?::date)`,
    [facilityId, today, today],
  );

/** @returns since when each of these has had staff */
export async function beginningsOf(tx: Em, facilityIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ facility_id: string; began_on: string }[]>(
    `select facility_id, to_char(min(since), 'YYYY-MM-DD') as began_on from affiliation where facility_id = any(?::uuid[]) group by facility_id`,
    [`{${facilityIds.join(',')}}`],
  );
  return new Map(rows.map((row) => [row.facility_id, row.began_on]));
}

/** Districts that ask for rosters, or once did. */
export async function askingDistricts(tx: Em): Promise<string[]> {
  const rows = await tx.execute<{ district_id: string }[]>("select distinct district_id from district_setting where key = 'rosterDueOn'");
  return rows.map((row) => row.district_id);
}

export interface LateFacility {
  id: string;
  name: string;
  name_kana: string | null;
}

/** Asked, neither confirmed nor told of yet. */
export const lateFacilities = (
  tx: Em,
  { districtId, year, askedSince }: { districtId: string; year: number; askedSince: string },
): Promise<LateFacility[]> =>
  tx.execute(
    `select f.id, f.name, f.name_kana from facility f
      where f.district_id = ? and exists (select from affiliation a where a.facility_id = f.id and a.since <= ?::date)
        and exists (select from affiliation a where a.facility_id = f.id and a.until is null)
        and not exists (select from roster_confirmation c where c.facility_id = f.id and c.year = ?)
        and not exists (select from roster_reminder r where r.facility_id = f.id and r.year = ?)
      order by f.id limit 100`,
    [districtId, askedSince, year, year],
  );

/** @returns false when another process was first */
export async function insertReminder(tx: Em, row: RosterReminder): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into roster_reminder (id, district_id, facility_id, year, due_on, reminded_at) values (?, ?, ?, ?, ?, ?)
     on conflict (facility_id, year) do nothing returning id`,
    [row.id, row.districtId, row.facilityId, row.year, row.dueOn, row.remindedAt],
  );
  return rows.length === 1;
}
