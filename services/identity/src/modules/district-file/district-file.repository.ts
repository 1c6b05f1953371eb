/** Writes what the file says over what is there: loading twice changes nothing. */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { District } from '../district/index.ts';
import { Facility } from '../facility/index.ts';
import { Affiliation, normalizeAccountName, Practitioner, User } from '../user/index.ts';
import type { ParsedDistrict, ParsedFacility, ParsedPerson } from './district-file.ts';

export async function storeDistrict(tx: Em, district: ParsedDistrict['district']): Promise<void> {
  await tx.upsert(District, district);
}

type Place = Omit<ParsedFacility, 'pledgedOn'>;

export async function storeFacility(tx: Em, districtId: string, { nameKana, address, phone, fax, ...rest }: Place): Promise<void> {
  const row = {
    ...rest,
    districtId,
    nameKana: nameKana ?? null,
    sortName: nameKana ?? rest.name,
    address: address ?? null,
    phone: e164(phone),
    fax: e164(fax),
    version: 1,
  };
  await tx.upsert(Facility, row, { onConflictExcludeFields: ['version'] });
}

export async function storeUser(
  tx: Em,
  districtId: string,
  { id, kind, accountName, displayName, displayNameKana }: ParsedPerson,
): Promise<void> {
  const row = {
    id,
    districtId,
    kind,
    accountName: normalizeAccountName(accountName),
    displayName,
    displayNameKana: displayNameKana ?? null,
    sortName: displayNameKana ?? displayName,
    createdAt: new Date(),
  };
  await tx.upsert(User, row, { onConflictExcludeFields: ['createdAt'] });
  // Who comes with password and authenticator needs no first sign-in.
  await tx.nativeUpdate(User, { id, enrolledAt: null }, { enrolledAt: new Date() });
}

/** @param since the day from which a place that is new counts */
export async function storePractitioner(tx: Em, person: ParsedPerson, since: string): Promise<void> {
  const known = await tx.findOne(Practitioner, { userId: person.id });
  const practitionerId = known?.id ?? newId();
  await tx.upsert(Practitioner, { id: practitionerId, userId: person.id, professions: person.professions });
  if (!person.facilityId) return;
  const place = await tx.findOne(Affiliation, { practitionerId, facilityId: person.facilityId, until: null });
  await tx.upsert(Affiliation, {
    id: place?.id ?? newId(),
    practitionerId,
    facilityId: person.facilityId,
    title: person.title ?? null,
    isFacilityAdmin: person.isFacilityAdmin,
    since: place?.since ?? since,
    until: null,
  });
}

/** Numbers as people write them in Japan become E.164, as the API gives them out. */
export function e164(number: string | null | undefined): string | null {
  if (!number) return null;
  const plain = number.normalize('NFKC').replace(/[^+0-9]/g, '');
  return plain.startsWith('0') ? `+81${plain.slice(1)}` : plain;
}
