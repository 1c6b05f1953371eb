/** Puts a district in, idempotently. */
import type { Em } from '@heya/service-common/orm';
import type { CredentialService } from '../credential/index.ts';
import { recordVouched } from '../pledge/index.ts';
import { tokyoDay } from '../user/index.ts';
import { districtFile, type ParsedFacility, type ParsedPerson } from './district-file.ts';
import * as repository from './district-file.repository.ts';

/** @throws when the file is not a district */
export async function loadDistrict(tx: Em, file: unknown, credentials: CredentialService): Promise<void> {
  const { district, facilities, people } = districtFile.parse(file);
  await repository.storeDistrict(tx, district);
  for (const facility of facilities) await loadFacility(tx, district.id, facility);
  for (const person of people) await loadPerson(tx, { person, districtId: district.id, credentials });
}

async function loadFacility(tx: Em, districtId: string, facility: ParsedFacility): Promise<void> {
  const { pledgedOn, ...place } = facility;
  await repository.storeFacility(tx, districtId, place);
  const { id: facilityId, name: signerName } = place;
  await recordVouched(tx, { districtId, form: 'FORM_1_1', facilityId, signerUserId: null, signerName, pledgedOn });
}

async function loadPerson(
  tx: Em,
  { person, districtId, credentials }: { person: ParsedPerson; districtId: string; credentials: CredentialService },
): Promise<void> {
  const now = new Date();
  await repository.storeUser(tx, districtId, person);
  await credentials.store(tx, person.id, { password: person.password, totpSecret: person.totpSecret, now });
  if (person.kind === 'PROFESSIONAL')
    await recordVouched(tx, {
      ...{ districtId, form: 'FORM_1_2', facilityId: null },
      signerUserId: person.id,
      signerName: person.displayName,
      pledgedOn: person.pledgedOn,
    });
  if (person.professions.length > 0 || person.facilityId) await repository.storePractitioner(tx, person, tokyoDay(now));
}
