/** Puts a district in, idempotently. */
import type { Em } from '@heya/service-common/orm';
import type { CredentialService } from '../credential/index.ts';
import { tokyoDay } from '../user/index.ts';
import { districtFile, type ParsedPerson } from './district-file.ts';
import * as repository from './district-file.repository.ts';

/** @throws when the file is not a district */
export async function loadDistrict(tx: Em, file: unknown, credentials: CredentialService): Promise<void> {
  const { district, facilities, people } = districtFile.parse(file);
  await repository.storeDistrict(tx, district);
  for (const facility of facilities) await repository.storeFacility(tx, district.id, facility);
  for (const person of people) await loadPerson(tx, { person, districtId: district.id, credentials });
}

async function loadPerson(
  tx: Em,
  { person, districtId, credentials }: { person: ParsedPerson; districtId: string; credentials: CredentialService },
): Promise<void> {
  const now = new Date();
  await repository.storeUser(tx, districtId, person);
  await credentials.store(tx, person.id, { password: person.password, totpSecret: person.totpSecret, now });
  if (person.professions.length > 0 || person.facilityId) await repository.storePractitioner(tx, person, tokyoDay(now));
}
