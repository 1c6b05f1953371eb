import type { Em } from '@heya/service-common/orm';
import { LockMode } from '@mikro-orm/core';
import { Facility } from '../facility/index.ts';
import { Affiliation, Practitioner, User } from '../user/index.ts';
import { IdLink, PersonParticular } from './issue.entity.ts';
import type { KnownPerson } from './match.policy.ts';

export interface KnownRow extends KnownPerson {
  districtId: string;
  districtName: string;
}

export interface Sought {
  accountNames: readonly string[];
  licenceNumbers: readonly string[];
  emails: readonly string[];
  /** As nameKey() writes them. */
  names: readonly string[];
  kana: readonly string[];
}

/** Every professional of all districts who shares one of these; each part has an index of its own. @param tx of the service */
export async function findKnown(tx: Em, sought: Sought): Promise<KnownRow[]> {
  const rows = await tx.execute<Record<string, string | string[] | null>[]>(
    `with found as (
       select id from app_user where account_name = any(?::text[])
       union select id from app_user where person_name_key(display_name) = any(?::text[])
       union select id from app_user where person_name_key(display_name_kana) = any(?::text[])
       union select user_id from person_particular where licence_number = any(?::text[]) or email = any(?::text[]))
     select u.id, u.account_name, u.display_name, u.display_name_kana, to_char(u.birth_date, 'YYYY-MM-DD') as birth_date, u.district_id,
            d.name as district_name, coalesce(p.professions, '{}') as professions, x.licence_number, x.email
       from found join app_user u using (id) join district d on d.id = u.district_id
       left join practitioner p on p.user_id = u.id left join person_particular x on x.user_id = u.id
      where u.kind = 'PROFESSIONAL' and u.deactivated_at is null
      order by u.id limit 500`,
    [sought.accountNames, sought.names, sought.kana, sought.licenceNumbers, sought.emails].map(textArray),
  );
  return rows.map((row) => ({
    userId: row.id as string,
    accountName: row.account_name as string,
    displayName: row.display_name as string,
    displayNameKana: row.display_name_kana as string | null,
    professions: row.professions as string[],
    birthDate: row.birth_date as string | null,
    licenceNumber: row.licence_number as string | null,
    email: row.email as string | null,
    districtId: row.district_id as string,
    districtName: row.district_name as string,
  }));
}

/** A PostgreSQL array literal of texts. */
const textArray = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;

/** Of two approvals that found the same facility anew only one makes it. */
export async function upsertFacility(tx: Em, facility: Facility): Promise<Facility> {
  await tx.upsert(Facility, facility, { onConflictFields: ['districtId', 'institutionCode'], onConflictAction: 'ignore' });
  return tx.findOneOrFail(Facility, { districtId: facility.districtId, institutionCode: facility.institutionCode });
}

/** Somebody new, as they are kept: each part in a table of its own. */
export interface NewPerson {
  user: Omit<User, 'createdAt'>;
  practitioner: Practitioner;
  particular: PersonParticular;
  place: Affiliation;
}

/** As many statements for a hundred as for one. */
export async function insertPeople(tx: Em, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await tx.insertMany(
    User,
    people.map(({ user }) => user),
  );
  await tx.insertMany(
    Practitioner,
    people.map(({ practitioner }) => practitioner),
  );
  await tx.insertMany(
    PersonParticular,
    people.map(({ particular }) => particular),
  );
  await tx.insertMany(
    Affiliation,
    people.map(({ place }) => place),
  );
}

/** Held, so that none of the IDs is stopped meanwhile. @returns their professional side, where there is one @throws when one is stopped */
export async function holdPractitioners(tx: Em, userIds: readonly string[]): Promise<Map<string, string>> {
  const people = await tx.find(
    User,
    { id: { $in: [...userIds] }, deactivatedAt: null },
    { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' } },
  );
  if (people.length < new Set(userIds).size) throw new Error('An ID was stopped meanwhile.');
  const found = await tx.find(Practitioner, { userId: { $in: [...userIds] } });
  return new Map(found.map(({ id, userId }) => [userId, id]));
}

export async function insertPractitioners(tx: Em, rows: readonly Practitioner[]): Promise<void> {
  if (rows.length > 0) await tx.insertMany(Practitioner, [...rows]);
}

/** Works there today or later already: nothing is added but the administration. */
export async function putAffiliations(tx: Em, rows: readonly Affiliation[]): Promise<void> {
  const known = await tx.find(Affiliation, {
    $or: rows.map(({ practitionerId, facilityId, since }) => ({
      practitionerId,
      facilityId,
      $or: [{ until: null }, { until: { $gte: since } }],
    })),
  });
  const placeOf = (row: Affiliation): Affiliation | undefined =>
    known.find(({ practitionerId, facilityId }) => practitionerId === row.practitionerId && facilityId === row.facilityId);
  const missing = rows.filter((row) => !placeOf(row));
  const promoted = rows.flatMap((row) => {
    const place = placeOf(row);
    return place && row.isFacilityAdmin && !place.isFacilityAdmin ? [place.id] : [];
  });
  if (missing.length > 0) await tx.insertMany(Affiliation, missing);
  if (promoted.length > 0) await tx.nativeUpdate(Affiliation, { id: { $in: promoted } }, { isFacilityAdmin: true });
}

/** @returns those that somebody has */
export const takenAccountNames = async (tx: Em, accountNames: readonly string[]): Promise<string[]> =>
  (await tx.find(User, { accountName: { $in: [...accountNames] } }, { fields: ['accountName'] })).map(({ accountName }) => accountName);

export async function insertLinks(tx: Em, links: readonly IdLink[]): Promise<void> {
  if (links.length > 0) await tx.insertMany(IdLink, [...links]);
}

export const lockLink = (tx: Em, id: string): Promise<IdLink | null> =>
  tx.findOne(IdLink, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

export const openLinksOf = (tx: Em, userId: string): Promise<IdLink[]> =>
  tx.find(IdLink, { userId, answeredAt: null }, { orderBy: { proposedAt: 'asc', id: 'asc' } });

export const linksOfApplications = (tx: Em, applicationIds: readonly string[]): Promise<IdLink[]> =>
  tx.find(IdLink, { applicationId: { $in: [...applicationIds] } }, { orderBy: { proposedAt: 'desc', id: 'desc' } });

/** Who has said of an ID that it is not that person. */
export const declinedLinks = (tx: Em, applicationId: string): Promise<Pick<IdLink, 'userId' | 'applicantId'>[]> =>
  tx.find(IdLink, { applicationId, isAccepted: false }, { fields: ['userId', 'applicantId'] });

export async function updateLink(tx: Em, id: string, change: Partial<IdLink>): Promise<void> {
  await tx.nativeUpdate(IdLink, { id }, change);
}
