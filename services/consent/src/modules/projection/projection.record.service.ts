/** A look or a change that was refused is in the record of whose it was (R32, R33), although the answer tells nothing. */
import type { AuditLine } from '@heya/schema/events';
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { ConsentContext } from '../platform/index.ts';
import { findPlace } from './projection.repository.ts';

interface Refused {
  subjectType: string;
  /** Of a patient, a room or a consent; only an id is looked up. */
  aimedAt: string;
  subjectId?: string | null;
  categories?: AuditLine['categories'];
  outcome?: Exclude<AuditLine['outcome'], 'ALLOWED'>;
}

export async function recordRefusal(
  tx: Em,
  context: ConsentContext,
  { subjectType, aimedAt, subjectId, categories = [], outcome = 'DENIED_ROLE' }: Refused,
): Promise<void> {
  const place = isId(aimedAt) ? await findPlace(tx, aimedAt) : undefined;
  await audit(tx, context, {
    authority: 'NONE',
    action: 'DENIED',
    categories,
    subjectType,
    subjectId: subjectId === undefined ? aimedAt : subjectId,
    patientId: place?.patient_id ?? null,
    roomId: place?.room_id ?? null,
    outcome,
    ...(place && { districtId: place.district_id }),
  });
}
