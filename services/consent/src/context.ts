/** From a verified envelope to what a use case is given; new for every operation. */
import type { Consumer } from '@heya/service-common/consumer';
import { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext } from '@heya/service-common/request';
import type { ConsentContext, IdentityDirectory, Withdrawals } from './modules/platform/index.ts';

interface ContextParts {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  identity: IdentityDirectory;
  cursorKey: Buffer;
  dataKeys: DataKeys;
  withdrawals: Withdrawals;
}

export function contextFactory({
  orm,
  relay,
  consumer,
  identity,
  cursorKey,
  dataKeys,
  withdrawals,
}: ContextParts): (envelope: Envelope) => ConsentContext {
  const cursors = new CursorSeal(cursorKey);
  return (envelope) => ({
    ...requestContext(envelope, { orm, relay }),
    requireFresh: () => consumer.requireFresh(),
    reached: (position) => consumer.reached(position),
    identity,
    cursors,
    dataKeys,
    withdrawals,
    now: () => new Date(),
  });
}
