/** From a verified envelope to what a use case is given; new for every operation. */
import type { Consumer } from '@heya/service-common/consumer';
import { CursorSeal } from '@heya/service-common/cursor';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext } from '@heya/service-common/request';
import type { ConsentContext, IdentityDirectory } from './modules/platform/index.ts';

interface ContextParts {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  identity: IdentityDirectory;
  cursorKey: Buffer;
  sealingKey: Buffer;
}

export function contextFactory({
  orm,
  relay,
  consumer,
  identity,
  cursorKey,
  sealingKey,
}: ContextParts): (envelope: Envelope) => ConsentContext {
  const cursors = new CursorSeal(cursorKey);
  return (envelope) => ({
    ...requestContext(envelope, { orm, relay }),
    requireFresh: () => consumer.requireFresh(),
    reached: (position) => consumer.reached(position),
    identity,
    cursors,
    sealingKey,
    now: () => new Date(),
  });
}
