/** One consent a patient is in force: the new one takes the place of the old. */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { ConsentContext } from '../platform/index.ts';
import { emitConsent, emitPaper, nextEpoch } from './consent.events.ts';
import { insertEvent } from './consent.history.repository.ts';
import { changeConsent, type ConsentRow } from './consent.repository.ts';

/** What was never in force is told as paper that waits no more, and leaves everybody's rights as they are. */
export async function supersede(tx: Em, context: ConsentContext, earlier: ConsentRow): Promise<void> {
  const wasInForce = earlier.active_since !== null;
  const epoch = wasInForce ? await nextEpoch(tx, earlier.patient_id) : earlier.epoch;
  const { userId: actorId, labels } = context.viewer as PersonViewer;
  await changeConsent(tx, earlier.id, { status: 'SUPERSEDED', epoch, withdrawnAt: null, reason: null });
  await insertEvent(
    tx,
    { consentId: earlier.id, patientId: earlier.patient_id },
    {
      id: newId(),
      at: context.now(),
      actorId,
      actorName: labels.name,
      kind: 'SUPERSEDED',
      note: null,
      consentVersion: earlier.version + 1,
    },
  );
  const told = { id: earlier.id, patientId: earlier.patient_id, districtId: earlier.district_id, status: 'SUPERSEDED' as const };
  if (!wasInForce) return emitPaper(tx, told);
  await emitConsent(tx, {
    ...told,
    version: earlier.version + 1,
    epoch,
    answers: [],
    disasterUse: false,
    expiresOn: earlier.expires_on,
    actorId,
  });
}
