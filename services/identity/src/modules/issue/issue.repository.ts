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

export async function insertPerson(tx: Em, user: Omit<User, 'createdAt'>, professions: string[], practitionerId: string): Promise<void> {
  await tx.insert(User, user);
  await tx.insert(Practitioner, { id: practitionerId, userId: user.id, professions });
}

export async function insertParticular(tx: Em, particular: PersonParticular): Promise<void> {
  await tx.insert(PersonParticular, particular);
}

/** Held, so that the ID is not stopped meanwhile. @throws when it is stopped */
export async function holdPractitioner(tx: Em, userId: string): Promise<Practitioner | null> {
  await tx.findOneOrFail(User, { id: userId, deactivatedAt: null }, { lockMode: LockMode.PESSIMISTIC_READ });
  return tx.findOne(Practitioner, { userId });
}

export async function insertPractitioner(tx: Em, row: Practitioner): Promise<void> {
  await tx.insert(Practitioner, row);
}

/** Works there today or later already: nothing is added but the administration. */
export async function putAffiliation(tx: Em, row: Affiliation): Promise<void> {
  const known = await tx.findOne(Affiliation, {
    practitionerId: row.practitionerId,
    facilityId: row.facilityId,
    $or: [{ until: null }, { until: { $gte: row.since } }],
  });
  if (!known) await tx.insert(Affiliation, row);
  else if (row.isFacilityAdmin && !known.isFacilityAdmin) await tx.nativeUpdate(Affiliation, { id: known.id }, { isFacilityAdmin: true });
}

export const isAccountNameTaken = async (tx: Em, accountName: string): Promise<boolean> => (await tx.count(User, { accountName })) > 0;

export async function insertLink(tx: Em, link: IdLink): Promise<void> {
  await tx.insert(IdLink, link);
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
