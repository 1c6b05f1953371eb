/** What is told of a look, and what is heard of officers whose ID has ended (R7). Ids and times only (R34). */
import type { Handlers } from '@heya/service-common/consumer';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { endInspectionsOf, type InspectionRow } from './inspection.repository.ts';

export async function emitInspection(tx: Em, row: InspectionRow): Promise<void> {
  const time = (at: Date | string): string => new Date(at).toISOString();
  await emit(tx, 'room.inspectionChanged', `room-meta:${row.room_id}`, {
    inspectionId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    districtId: row.district_id,
    officerId: row.officer_id,
    startedAt: time(row.started_at),
    expiresAt: time(row.expires_at),
    endedAt: row.ended_at === null ? null : time(row.ended_at),
  });
}

export const inspectionHandlers: Handlers = {
  'identity.userDeactivated': async (tx, { payload }) => {
    for (const ended of await endInspectionsOf(tx, payload.userId)) await emitInspection(tx, ended);
  },
};
