import type { ApplicationState } from '@heya/schema/events';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { ApplicationRow } from './application.repository.ts';

type Told = Pick<ApplicationRow, 'id' | 'district_id' | 'form' | 'receipt_number' | 'patient_id' | 'facility_id'>;

/** Tells the center's inbox and whoever else follows; ids and codes only (R34). */
export async function emitApplication(
  tx: Em,
  row: Told,
  { status, roomId, actorId }: { status: ApplicationState; roomId: string | null; actorId: string },
): Promise<void> {
  await emit(tx, 'room.applicationChanged', `application:${row.id}`, {
    applicationId: row.id,
    districtId: row.district_id,
    form: row.form,
    receiptNumber: row.receipt_number,
    status,
    patientId: row.patient_id,
    roomId,
    facilityId: row.facility_id,
    actorId,
  });
}
