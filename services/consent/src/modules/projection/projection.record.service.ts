/** A look or a change that was refused is in the record of whose it was (R32, R33), although the answer tells nothing. */
import { auditAll, type AuditFacts } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { ConsentContext } from '../platform/index.ts';
import { findPlaces, type Place } from './projection.repository.ts';

interface Refused {
  subjectType: string;
  /** The id of a patient, a room or a consent. */
  aimedAt: string;
  subjectId?: string | null;
}

/** Everything refused at once costs two statements, however many things were asked for. */
export async function recordRefusals(tx: Em, context: ConsentContext, refusals: readonly Refused[]): Promise<void> {
  const ids = refusals.map(({ aimedAt }) => aimedAt);
  const places = ids.length > 0 ? await findPlaces(tx, ids) : new Map<string, Place>();
  await auditAll(
    tx,
    context,
    refusals.map((refused) => lineOf(refused, places.get(refused.aimedAt.toLowerCase()))),
  );
}

export const recordRefusal = (tx: Em, context: ConsentContext, refused: Refused): Promise<void> => recordRefusals(tx, context, [refused]);

function lineOf({ subjectType, aimedAt, subjectId }: Refused, place: Place | undefined): AuditFacts {
  return {
    authority: 'NONE',
    action: 'DENIED',
    categories: [],
    subjectType,
    subjectId: subjectId === undefined ? aimedAt : subjectId,
    patientId: place?.patient_id ?? null,
    roomId: place?.room_id ?? null,
    outcome: 'DENIED_ROLE',
    ...(place && { districtId: place.district_id }),
  };
}
