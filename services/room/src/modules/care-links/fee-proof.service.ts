/** The monthly proof as a PDF, for the care team; that it was printed is in the record (R19, R32). */
import { print } from '@heya/forms/press';
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { isPerson } from '@heya/service-common/viewer';
import { dayInJapan, type RoomContext } from '../platform/index.ts';
import type { Neighbours } from '../take-along/index.ts';
import { gatherProof } from './fee-proof.gather.service.ts';
import { toProofRecord } from './fee-proof.print.ts';

interface Wanted {
  roomId: string;
  month: string;
}

/** @returns null for whoever may not have it @throws BAD_USER_INPUT, SERVICE_UNAVAILABLE */
export async function printProof(context: RoomContext, neighbours: Neighbours, wanted: Wanted): Promise<Uint8Array | null> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(wanted.roomId)) return null;
  const parts = await gatherProof(context, neighbours, wanted);
  if (!parts) return null;
  await context.write((tx) =>
    audit(tx, context, {
      authority: 'MEMBERSHIP',
      action: 'PRINT',
      categories: ['DEMOGRAPHICS', 'DAILY_CONDITION'],
      subjectType: 'Room',
      subjectId: wanted.roomId,
      roomId: wanted.roomId,
      patientId: parts.patient.id,
    }),
  );
  const centerName = (await context.identity.districtName({ viewer, requestId: context.requestId })) ?? '部屋（Heya）';
  const printedBy = [viewer.labels.name, viewer.labels.facility && `（${viewer.labels.facility}）`].filter(Boolean).join('');
  return print({ kind: 'record', record: toProofRecord(parts, { printedOn: dayInJapan(context.now()), printedBy, centerName }) });
}
