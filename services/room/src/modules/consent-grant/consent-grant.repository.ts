import type { EventPayloads } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

/** Keeps the newest state; an older or repeated message changes nothing. */
export async function saveConsentGrant(tx: Em, grant: EventPayloads['consent.changed']): Promise<void> {
  await tx.execute(
    `insert into consent_grant (patient_id, consent_id, district_id, status, version, epoch, grants, expires_on)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (patient_id) do update set consent_id = excluded.consent_id, status = excluded.status, version = excluded.version,
       epoch = excluded.epoch, grants = excluded.grants, expires_on = excluded.expires_on
     where excluded.epoch > consent_grant.epoch`,
    [
      grant.patientId,
      grant.consentId,
      grant.districtId,
      grant.status,
      grant.version,
      grant.epoch,
      JSON.stringify(grant.grants),
      grant.expiresOn,
    ],
  );
}

/** @returns id and epoch of the consent in force of a patient the viewer may know, else undefined */
export async function findConsentInForce(tx: Em, patientId: string): Promise<{ consentId: string; epoch: number } | undefined> {
  const [row] = await tx.execute<{ consent_id: string; epoch: number }[]>(
    `select c.consent_id, c.epoch from patient p cross join lateral consent_of(p.id) c
      where p.id = ? and consent_in_force(p.id)`,
    [patientId],
  );
  return row && { consentId: row.consent_id, epoch: Number(row.epoch) };
}
