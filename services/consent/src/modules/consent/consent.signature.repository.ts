import type { Em } from '@heya/service-common/orm';
import type { VersionOf } from './consent.repository.ts';

export async function insertSignature(
  tx: Em,
  { consentId, patientId, version }: VersionOf,
  { sha256, sealed }: { sha256: string; sealed: Buffer },
): Promise<void> {
  await tx.execute(
    `insert into consent_signature (consent_id, consent_version, patient_id, content_type, sha256, sealed, sealing)
     values (?, ?, ?, 'image/png', ?, ?, 'DATA_KEY')`,
    [consentId, version, patientId, sha256, sealed],
  );
}

interface SignatureRow {
  consent_id: string;
  consent_version: number;
  patient_id: string;
  district_id: string;
  sealed: Buffer;
}

/** Signatures that are still sealed with the service's key, but for those whose patient's key is destroyed; seen by the service alone. */
export function lockServiceSealed(tx: Em, limit: number): Promise<SignatureRow[]> {
  return tx.execute(
    `select s.consent_id, s.consent_version, s.patient_id, c.district_id, s.sealed from consent_signature s join consent c on c.id = s.consent_id
      where s.sealing = 'SERVICE_KEY' and not exists (select 1 from data_key k where k.scope = s.patient_id and k.destroyed_at is not null)
      order by s.consent_id limit ? for update of s skip locked`,
    [limit],
  );
}

export async function saveResealed(tx: Em, { consentId, version }: Omit<VersionOf, 'patientId'>, sealed: Buffer): Promise<void> {
  await tx.execute(`update consent_signature set sealed = ?, sealing = 'DATA_KEY' where consent_id = ? and consent_version = ?`, [
    sealed,
    consentId,
    version,
  ]);
}
