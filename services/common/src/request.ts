/** What a use case is given: who asks, in which language, and transactions in which row-level security knows it. */
import type { AuditActor } from './audit.ts';
import type { Envelope } from './envelope.ts';
import type { Locale } from './errors.ts';
import type { Relay } from './outbox.ts';
import { type Em, inViewer, type Orm } from './orm.ts';

export interface RequestContext extends AuditActor {
  locale: Locale;
  /** One transaction under the viewer's row-level security. Reads too: their audit lines belong to it. */
  read<T>(work: (tx: Em) => Promise<T>): Promise<T>;
  /** The same for changes; what was emitted is on its way when this returns. */
  write<T>(work: (tx: Em) => Promise<T>): Promise<T>;
  /** After a change of rights: waits until all that is alive has applied it. */
  settle(): Promise<void>;
}

export function requestContext(envelope: Envelope, parts: { orm: Orm; relay: Relay }): RequestContext {
  const { viewer, requestId, locale } = envelope;
  const em = parts.orm.em.fork();
  return {
    viewer,
    requestId,
    locale,
    read: (work) => inViewer(em, viewer, work),
    async write(work) {
      const result = await inViewer(em, viewer, work);
      parts.relay.wake();
      return result;
    },
    settle: () => parts.relay.settle(),
  };
}
