/** A look or a change that was refused is in the record of whose it was (R32, R33), although the answer tells nothing. */
import { auditAll, type AuditFacts, type AuditPlace, findPlaces } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { ConsentContext } from '../platform/index.ts';

interface Refused {
  subjectType: string;
  /** The id of a patient, a room or a consent. */
  aimedAt: string;
  subjectId?: string | null;
}

/** Everything refused at once costs two statements, however many things were asked for. */
export async function recordRefusals(tx: Em, context: ConsentContext, refusals: readonly Refused[]): Promise<void> {
  const places = await findPlaces(
    tx,
    refusals.map(({ aimedAt }) => aimedAt),
  );
  await auditAll(
    tx,
    context,
    refusals.map((refused) => lineOf(refused, places.get(refused.aimedAt.toLowerCase()))),
  );
}

export const recordRefusal = (tx: Em, context: ConsentContext, refused: Refused): Promise<void> => recordRefusals(tx, context, [refused]);

function lineOf({ subjectType, aimedAt, subjectId }: Refused, place: AuditPlace | undefined): AuditFacts {
  return {
    authority: 'NONE',
    action: 'DENIED',
    categories: [],
    subjectType,
    subjectId: subjectId === undefined ? aimedAt : subjectId,
    patientId: place?.patientId ?? null,
    roomId: place?.roomId ?? null,
    outcome: 'DENIED_ROLE',
    ...(place && { districtId: place.districtId }),
  };
}
