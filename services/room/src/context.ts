/** From a verified envelope to what a use case is given; new for every operation. */
import type { Consumer } from '@heya/service-common/consumer';
import { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext, sharedReads } from '@heya/service-common/request';
import type { IdentityDirectory, RoomContext } from './modules/platform/index.ts';

interface ContextParts {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  identity: IdentityDirectory;
  cursorKey: Buffer;
  dataKeys: DataKeys;
  soon: RoomContext['soon'];
}

/** No decision is made on consents that may be stale (threat 11): reading and writing wait for word of them, or refuse. */
export function contextFactory({
  orm,
  relay,
  consumer,
  identity,
  cursorKey,
  dataKeys,
  soon,
}: ContextParts): (envelope: Pick<Envelope, 'viewer' | 'requestId' | 'locale'>) => RoomContext {
  const cursors = new CursorSeal(cursorKey);
  return (envelope) => {
    const base = requestContext(envelope, { orm, relay });
    return {
      ...base,
      read: sharedReads(async (work) => {
        await consumer.requireFresh();
        return base.read(work);
      }),
      async write(work) {
        await consumer.requireFresh();
        return base.write(work);
      },
      reached: (position) => consumer.reached(position),
      identity,
      cursors,
      dataKeys,
      soon,
      now: () => new Date(),
    };
  };
}
