/**
 * The ledger of what must stay done (threat 29): it has every withdrawal before that is acknowledged, and what a restored backup
 * calls in force although the ledger knows better is withdrawn again before anything is answered.
 */
import { audit } from '@heya/service-common/audit';
import type { DataKeys } from '@heya/service-common/data-keys';
import { codedError } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Ledger, LedgerEntry } from '@heya/service-common/ledger';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { Em } from '@heya/service-common/orm';
import { type KeptWithdrawal, type Withdrawals } from '../platform/index.ts';
import { emitConsent, nextEpoch } from './consent.events.ts';
import { insertEvent } from './consent.history.repository.ts';
import { changeConsent } from './consent.repository.ts';
import { lockAmong, type PlainConsent, selectWithdrawn } from './consent.service.repository.ts';

const entryOf = ({ consentId, patientId, at }: KeptWithdrawal): LedgerEntry => ({ kind: 'CONSENT_WITHDRAWN', consentId, patientId, at });

/** A withdrawal that cannot be kept has taken effect all the same; it is not acknowledged, so that it is sent again. */
export function ledgerWithdrawals(ledger: Ledger, logger: Logger): Withdrawals {
  return {
    async keep(withdrawal) {
      await ledger.append(entryOf(withdrawal)).catch((error: unknown) => {
        logger.error('a withdrawal is not in the ledger', { subjectId: withdrawal.consentId, ...describeError(error) });
        throw codedError('SERVICE_UNAVAILABLE');
      });
    },
  };
}

/** What a crash kept from being written between the change and its acknowledgement. @param tx a transaction of the service itself */
export async function completeLedger(tx: Em, ledger: Ledger): Promise<void> {
  for (const row of await selectWithdrawn(tx)) {
    const at = new Date(row.withdrawn_at ?? 0).toISOString();
    await ledger.append(entryOf({ consentId: row.id, patientId: row.patient_id, at }));
  }
}

/** @param tx a transaction of the service itself @returns the consents that had to be withdrawn again */
export async function applyLedger(tx: Em, entries: readonly LedgerEntry[], keys: DataKeys): Promise<string[]> {
  for (const entry of entries) if (entry.kind === 'KEY_DESTROYED') await keys.destroy(tx, entry.scope, new Date(entry.at));
  const withdrawn = new Map(
    entries.flatMap((entry) => (entry.kind === 'CONSENT_WITHDRAWN' ? [[entry.consentId, new Date(entry.at)] as const] : [])),
  );
  const returned = await lockAmong(tx, [...withdrawn.keys()]);
  for (const row of returned) await withdrawAgain(tx, row, withdrawn.get(row.id) ?? new Date());
  return returned.map(({ id }) => id);
}

/** Stands where a person's id is told and nobody acted. */
const nobody = '00000000-0000-0000-0000-000000000000';
const self = { viewer: { type: 'service', name: 'consent' }, requestId: 'start' } as const;

async function withdrawAgain(tx: Em, row: PlainConsent, at: Date): Promise<void> {
  const { id, patient_id: patientId, district_id: districtId } = row;
  const [version, epoch] = [row.version + 1, await nextEpoch(tx, patientId)];
  await changeConsent(tx, id, { status: 'WITHDRAWN', epoch, withdrawnAt: at, reason: null });
  const event = { id: newId(), at, actorId: null, actorName: 'Heya', kind: 'WITHDRAWN' as const, note: null, consentVersion: version };
  await insertEvent(tx, { consentId: id, patientId }, event);
  await audit(tx, self, {
    authority: 'SERVICE',
    action: 'UPDATE',
    categories: [],
    subjectType: 'Consent',
    subjectId: id,
    patientId,
    districtId,
  });
  const told = { id, patientId, districtId, status: 'WITHDRAWN' as const, version, epoch, answers: [], actorId: nobody };
  await emitConsent(tx, { ...told, disasterUse: false, expiresOn: row.expires_on });
}
