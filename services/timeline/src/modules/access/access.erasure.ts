/** The room service asks for a room to be erased (R16): its posts, values and receipts, and who was in it. */
import type { DataKeys } from '@heya/service-common/data-keys';
import { eraseOnce, eraseRoom } from '@heya/service-common/erasure';
import type { Handlers } from '@heya/service-common/consumer';
import { emit } from '@heya/service-common/outbox';

/** @param dataKeys the room's goes with it: its photos open from no backup */
export const erasureHandlers = (dataKeys: DataKeys): Handlers => ({
  'room.erasureAsked': async (tx, { payload, occurredAt }) => {
    const { service, roomId, patientId, districtId } = payload;
    if (service !== 'timeline') return;
    const answer = await eraseOnce(tx, payload, async () => {
      await dataKeys.destroy(tx, roomId, new Date(occurredAt));
      await tx.execute(
        `insert into room_state (room_id, patient_id, district_id, status, seq) values (?, ?, ?, 'PURGED', 0)
         on conflict (room_id) do update set status = 'PURGED'`,
        [roomId, patientId, districtId],
      );
      return { ...(await eraseRoom(tx, roomId, patientId)), subjectIds: [] };
    });
    await emit(tx, 'timeline.roomErased', `room-erasure:${roomId}`, answer);
  },
});
