/** Many at once, for loaders: one query a batch. */
import type { Em } from '@heya/service-common/orm';
import { Facility } from '../facility/index.ts';
import { Affiliation, Practitioner } from './practitioner.entity.ts';
import { User } from './user.entity.ts';

export const usersByIds = (tx: Em, ids: readonly string[]): Promise<User[]> => tx.find(User, { id: { $in: [...ids] } });

export const practitionersByIds = (tx: Em, ids: readonly string[]): Promise<Practitioner[]> =>
  tx.find(Practitioner, { id: { $in: [...ids] } });

export const practitionersByUserIds = (tx: Em, ids: readonly string[]): Promise<Practitioner[]> =>
  tx.find(Practitioner, { userId: { $in: [...ids] } });

/** Places of the viewer's own district: of others they learn nothing, not even of their own there (row-level security of facility). */
export const affiliationsByPractitionerIds = (tx: Em, ids: readonly string[]): Promise<Affiliation[]> =>
  tx.find(Affiliation, { practitionerId: { $in: [...ids] }, facilityId: seenFacility }, { orderBy: { since: 'asc', id: 'asc' } });

/** Every facility has a name: asking for it joins those that the viewer may see. */
const seenFacility = { name: { $ne: null } } as never;

export const facilitiesByIds = (tx: Em, ids: readonly string[]): Promise<Facility[]> => tx.find(Facility, { id: { $in: [...ids] } });

/** Who of these works today where the administrator administers. */
export async function usersAtAdministeredFacilities(
  tx: Em,
  ids: readonly string[],
  { administratorId, today }: { administratorId: string; today: string },
): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string }[]>(
    `select distinct person.user_id
       from practitioner administrator
       join affiliation mine on mine.practitioner_id = administrator.id and mine.is_facility_admin
        and mine.since <= ?::date and (mine.until is null or mine.until >= ?::date)
       join affiliation theirs on theirs.facility_id = mine.facility_id
        and theirs.since <= ?::date and (theirs.until is null or theirs.until >= ?::date)
       join practitioner person on person.id = theirs.practitioner_id
      where administrator.user_id = ? and person.user_id = any(?::uuid[])`,
    [today, today, today, today, administratorId, `{${ids.join(',')}}`],
  );
  return rows.map(({ user_id }) => user_id);
}

/** Who of these has, where they work today, an administrator beside themselves whose ID is in use. */
export async function usersWithAdministrator(tx: Em, ids: readonly string[], today: string): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string }[]>(
    `select distinct person.user_id
       from practitioner person
       join affiliation theirs on theirs.practitioner_id = person.id
        and theirs.since <= ?::date and (theirs.until is null or theirs.until >= ?::date)
       join affiliation other on other.facility_id = theirs.facility_id and other.is_facility_admin
        and other.since <= ?::date and (other.until is null or other.until >= ?::date)
       join practitioner administrator on administrator.id = other.practitioner_id and administrator.user_id <> person.user_id
       join app_user u on u.id = administrator.user_id and u.deactivated_at is null
      where person.user_id = any(?::uuid[])`,
    [today, today, today, today, `{${ids.join(',')}}`],
  );
  return rows.map(({ user_id }) => user_id);
}

/** Where this person is an administrator today. */
export async function administeredFacilities(
  tx: Em,
  { administratorId, today }: { administratorId: string; today: string },
): Promise<string[]> {
  const rows = await tx.execute<{ facility_id: string }[]>(
    `select a.facility_id from affiliation a join practitioner p on p.id = a.practitioner_id
      where p.user_id = ? and a.is_facility_admin and a.since <= ?::date and (a.until is null or a.until >= ?::date)`,
    [administratorId, today, today],
  );
  return rows.map(({ facility_id }) => facility_id);
}

/** Who administers these facilities today with an ID that is in use. */
export function administratorsOf(
  tx: Em,
  facilityIds: readonly string[],
  today: string,
): Promise<{ facility_id: string; user_id: string }[]> {
  return tx.execute(
    `select distinct a.facility_id, p.user_id, u.sort_name
       from affiliation a join practitioner p on p.id = a.practitioner_id join app_user u on u.id = p.user_id
      where a.facility_id = any(?::uuid[]) and a.is_facility_admin and a.since <= ?::date and (a.until is null or a.until >= ?::date)
        and u.deactivated_at is null and u.enrolled_at is not null
      order by u.sort_name, p.user_id`,
    [`{${facilityIds.join(',')}}`, today, today],
  );
}

export interface StaffRow {
  facility_id: string;
  practitioner_id: string;
  sort_name: string;
}

export interface StaffPage {
  first: number;
  /** Name and id of the last one before this page. */
  after: readonly [string, string] | undefined;
  today: string;
}

/** One page of each facility's present staff, at some with those whose ID is stopped, in the order of their names; one row more than a page when there is more. */
export function staffOf(
  tx: Em,
  { facilityIds, withStopped }: { facilityIds: readonly string[]; withStopped: readonly string[] },
  { first, after, today }: StaffPage,
): Promise<StaffRow[]> {
  const continued = after ? 'and (u.sort_name, p.id) > (? collate "ja-x-icu", ?::uuid)' : '';
  return tx.execute<StaffRow[]>(
    `select f.id as facility_id, s.practitioner_id, s.sort_name
       from unnest(?::uuid[]) as f(id)
       cross join lateral (
         select distinct p.id as practitioner_id, u.sort_name
           from affiliation a join practitioner p on p.id = a.practitioner_id join app_user u on u.id = p.user_id
          where a.facility_id = f.id and a.since <= ?::date and (a.until is null or a.until >= ?::date)
            and (u.deactivated_at is null or f.id = any(?::uuid[])) ${continued}
          order by u.sort_name, p.id limit ?) s
      order by f.id, s.sort_name, s.practitioner_id`,
    [`{${facilityIds.join(',')}}`, today, today, `{${withStopped.join(',')}}`, ...(after ?? []), first + 1],
  );
}
