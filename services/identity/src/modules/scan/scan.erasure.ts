/** The room service asks for a room to be erased (R16): the center's work about it, what was scanned for that, and the keys of those pages. */
import type { Handlers } from '@heya/service-common/consumer';
import type { DataKeys } from '@heya/service-common/data-keys';
import { eraseOnce, toErased } from '@heya/service-common/erasure';
import { emit } from '@heya/service-common/outbox';
import { eraseWork, pageIdsAbout } from './scan.repository.ts';

export const erasureHandlers = (dataKeys: DataKeys): Handlers => ({
  'room.erasureAsked': async (tx, { payload, occurredAt }) => {
    const { service, roomId, subjectIds } = payload;
    if (service !== 'identity') return;
    const answer = await eraseOnce(tx, payload, async () => {
      for (const id of await pageIdsAbout(tx, subjectIds)) await dataKeys.destroy(tx, id, new Date(occurredAt));
      return toErased(await eraseWork(tx, roomId, subjectIds));
    });
    await emit(tx, 'identity.roomErased', `room-erasure:${roomId}`, answer);
  },
});
