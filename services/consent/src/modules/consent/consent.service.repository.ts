/** Consents as the service itself works on them: by the clock, and after a restore. */
import type { Em } from '@heya/service-common/orm';
import type { ConsentRow } from './consent.repository.ts';

/** As the service itself sees one: without anybody's standing. */
export type PlainConsent = Pick<ConsentRow, 'id' | 'patient_id' | 'district_id' | 'version' | 'expires_on' | 'withdrawn_at'>;

const selectPlain = 'select id, patient_id, district_id, version, expires_on::text as expires_on, withdrawn_at from consent';

/** Those of these that are in force, held until the transaction ends. For the service itself. */
export function lockAmong(tx: Em, ids: readonly string[]): Promise<PlainConsent[]> {
  return tx.execute(`${selectPlain} where id = any(?::uuid[]) and status = 'ACTIVE' order by id for update`, [`{${ids.join(',')}}`]);
}

const heldForTheClock = 'order by id limit ? for update skip locked';

/** Those in force whose last day is over, held; what another process holds is left to it. For the service itself. */
export const lockRunOut = (tx: Em, today: string, limit: number): Promise<PlainConsent[]> =>
  tx.execute(`${selectPlain} where status = 'ACTIVE' and expires_on < ? ${heldForTheClock}`, [today, limit]);

/** Those in force that run out within so many days and of which that was not told yet, held. For the service itself. */
export const lockRunningOut = (
  tx: Em,
  { from, to, days }: { from: string; to: string; days: number },
  limit: number,
): Promise<PlainConsent[]> =>
  tx.execute(
    `${selectPlain} where status = 'ACTIVE' and expires_on between ? and ?
       and not exists (select from consent_warning w where w.consent_id = consent.id and w.days <= ?) ${heldForTheClock}`,
    [from, to, days, limit],
  );

export async function insertWarning(tx: Em, { id, patient_id: patientId }: PlainConsent, days: number, at: Date): Promise<void> {
  await tx.execute('insert into consent_warning (consent_id, days, patient_id, warned_at) values (?, ?, ?, ?)', [id, days, patientId, at]);
}

/** Every withdrawn one. For the service itself. */
export const selectWithdrawn = (tx: Em): Promise<PlainConsent[]> => tx.execute(`${selectPlain} where status = 'WITHDRAWN' order by id`, []);
