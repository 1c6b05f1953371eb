/** One request's context: no decision is made on rights that may be stale (threat 11). */
import type { Consumer } from '@heya/service-common/consumer';
import type { CursorSeal } from '@heya/service-common/cursor';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext, sharedReads } from '@heya/service-common/request';
import type { TimelineRequest } from './modules/access/index.ts';

export interface ContextParts {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  cursors: CursorSeal;
  now?: () => Date;
}

export function timelineContext(
  envelope: Envelope,
  { consumer, cursors, now = () => new Date(), ...parts }: ContextParts,
): TimelineRequest {
  const base = requestContext(envelope, parts);
  return {
    ...base,
    cursors,
    projections: consumer,
    now,
    read: sharedReads(async (work) => {
      await consumer.requireFresh();
      return base.read(work);
    }),
    async write(work) {
      await consumer.requireFresh();
      return base.write(work);
    },
  };
}
