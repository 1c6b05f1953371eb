/** Telling the timeline's service what it keeps for a disaster (R31, infra/decisions/0054); each card is a line of the access record. */
import { auditAll } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import { isId } from '@heya/service-common/id';
import { patientClass } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { localityOf } from './safety-card.policy.ts';
import type { SafetyCardType } from './safety-card.type.ts';
import { selectCards } from './safety-card.repository.ts';

const most = 100;

/** @throws FORBIDDEN for anybody but the timeline's service @throws BAD_USER_INPUT beyond a hundred */
export async function listCards(context: RoomContext, patientIds: readonly string[]): Promise<SafetyCardType[]> {
  const { viewer } = context;
  if (viewer.type !== 'service' || viewer.name !== 'timeline') throw codedError('FORBIDDEN');
  if (patientIds.length > most || !patientIds.every(isId)) throw codedError('BAD_USER_INPUT');
  return context.read(async (tx) => {
    const rows = await selectCards(tx, patientIds);
    await auditAll(
      tx,
      context,
      rows.map(({ room_id: roomId, patient_id: patientId, district_id: districtId }) => ({
        authority: 'SERVICE',
        action: 'VIEW',
        categories: [patientClass, 'DISASTER_SAFETY'],
        subjectType: 'Patient',
        subjectId: patientId,
        ...{ roomId, patientId, districtId },
      })),
    );
    return rows.map(({ patient_id: patientId, name, address, room_number: roomNumber }) =>
      grant({ patientId, name, locality: localityOf(address), roomNumber }, [patientClass]),
    );
  });
}
