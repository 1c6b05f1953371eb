/** Signatures at rest: sealed with the patient's data key, bound to their consent and version (threat 29). */
import { createHash } from 'node:crypto';
import type { DataKeys, Place, Scope } from '@heya/service-common/data-keys';
import type { Em } from '@heya/service-common/orm';
import type { VersionOf } from './consent.repository.ts';
import { insertSignature, lockServiceSealed, saveResealed } from './consent.signature.repository.ts';
import { openServiceSealed } from './consent.signature.ts';

const placeOf = ({ consentId, version }: { consentId: string; version: number }): Place => ({
  rowId: `${consentId}:${version}`,
  column: 'consent_signature.sealed',
});

/** @param scope whose data key: the patient's */
export async function keepSignature(
  tx: Em,
  keys: DataKeys,
  of: VersionOf,
  { scope, picture }: { scope: Scope; picture: Buffer },
): Promise<void> {
  const sealed = await keys.seal(tx, scope, placeOf(of), picture);
  await insertSignature(tx, of, { sealed, sha256: createHash('sha256').update(picture).digest('hex') });
}

const atOnce = 100;

/**
 * Signatures from before there were data keys, sealed with the service's key, come under their patient's.
 * @param tx a transaction of the service itself @returns whether there may be more
 */
export async function resealSignatures(tx: Em, keys: DataKeys, serviceKey: Buffer): Promise<boolean> {
  const rows = await lockServiceSealed(tx, atOnce);
  for (const row of rows) {
    const of = { consentId: row.consent_id, version: row.consent_version };
    const picture = openServiceSealed(serviceKey, row.sealed, row.consent_id);
    const scope = { id: row.patient_id, districtId: row.district_id };
    await saveResealed(tx, of, await keys.seal(tx, scope, placeOf(of), picture));
  }
  return rows.length === atOnce;
}
