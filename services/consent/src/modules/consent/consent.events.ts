/** What is told of a consent: the whole grant each time; ids and codes only (R34). */
import type { CategoryGrant, ConsentState } from '@heya/schema/events';
import { emit, nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { receiptNumberOf } from './consent.policy.ts';
import type { Answer } from './consent.repository.ts';

/** Grows with every change of any consent of a patient: live streams carry it. */
export const nextEpoch = (tx: Em, patientId: string): Promise<number> => nextSequence(tx, `consent-epoch:${patientId}`);

export interface ConsentChangeTold {
  id: string;
  patientId: string;
  districtId: string;
  status: ConsentState;
  version: number;
  epoch: number;
  /** What is granted from now on; none once it is no longer in force. */
  answers: readonly Answer[];
  disasterUse: boolean;
  expiresOn: string | null;
  actorId: string;
}

export async function emitConsent(tx: Em, told: ConsentChangeTold): Promise<void> {
  const { id: consentId, patientId, districtId, status, version, epoch, answers, disasterUse, expiresOn, actorId } = told;
  const grants = grantsOf(answers);
  const payload = { consentId, patientId, districtId, status, version, epoch, grants, disasterUse, expiresOn, actorId };
  await emit(tx, 'consent.changed', `consent:${patientId}`, payload);
}

const grantsOf = (answers: readonly Answer[]): CategoryGrant[] =>
  answers
    .filter(({ granted }) => granted)
    .map(({ category, visibleToFamily, visibleToPartners }) => ({ category, family: visibleToFamily, partners: visibleToPartners }));

/** What waits for the center, or waits no more; it is not in force, so nobody's rights are other than before. */
export async function emitPaper(
  tx: Em,
  { id: consentId, patientId, districtId, status }: Pick<ConsentChangeTold, 'id' | 'patientId' | 'districtId' | 'status'>,
): Promise<void> {
  const payload = { consentId, patientId, districtId, status, receiptNumber: receiptNumberOf(consentId) };
  await emit(tx, 'consent.paperChanged', `consent-paper:${patientId}`, payload);
}
