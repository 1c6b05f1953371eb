/**
 * The room service asks for a room to be erased (R16): consents with their papers and signatures, and the key these were sealed with.
 * That the key is destroyed stands in the ledger first, so that no backup brings anything back (threat 29).
 */
import type { Handlers } from '@heya/service-common/consumer';
import type { DataKeys } from '@heya/service-common/data-keys';
import { eraseOnce, eraseRoom } from '@heya/service-common/erasure';
import type { Ledger } from '@heya/service-common/ledger';
import { emit } from '@heya/service-common/outbox';

/** @returns once it is on disk */
export type KeepDestruction = (patientId: string, at: Date) => Promise<void>;

export const ledgerDestructions =
  (ledger: Ledger): KeepDestruction =>
  async (scope, at) =>
    void (await ledger.append({ kind: 'KEY_DESTROYED', scope, at: at.toISOString() }));

export const erasureHandlers = (dataKeys: DataKeys, keepDestruction: KeepDestruction): Handlers => ({
  'room.erasureAsked': async (tx, { payload, occurredAt }) => {
    const { service, roomId, patientId, districtId } = payload;
    if (service !== 'consent') return;
    const at = new Date(occurredAt);
    await keepDestruction(patientId, at);
    const answer = await eraseOnce(tx, payload, async () => {
      await dataKeys.destroy(tx, patientId, at);
      await tx.execute(
        `insert into room_state (room_id, patient_id, district_id, status, seq) values (?, ?, ?, 'PURGED', 0)
         on conflict (room_id) do update set status = 'PURGED'`,
        [roomId, patientId, districtId],
      );
      return eraseRoom(tx, roomId, patientId);
    });
    await emit(tx, 'consent.roomErased', `room-erasure:${roomId}`, answer);
  },
});
