/** What a use case is given: who asks, in which language, and transactions in which row-level security knows it. */
import type { AuditActor } from './audit.ts';
import type { EnvelopeClaims } from './envelope.ts';
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

type Work<T> = (tx: Em) => Promise<T>;

interface Job {
  work: Work<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * What a request reads at the same moment is read side by side in two transactions: beginning, saying who asks and committing cost as much
 * as a statement, so that one for each would cost more than it saves. Each statement still has a snapshot of its own. When one part fails,
 * those of its transaction are read again, each for itself.
 */
export function sharedReads(read: <T>(work: Work<T>) => Promise<T>): <T>(work: Work<T>) => Promise<T> {
  let waiting: Job[] = [];
  const alone = ({ work, resolve, reject }: Job): Promise<void> => read(work).then(resolve, reject);
  const together = async (jobs: readonly Job[]): Promise<void> => {
    if (jobs.length < 2) return void jobs.forEach((job) => void alone(job));
    try {
      const values = await read(async (tx) => {
        const found: unknown[] = [];
        for (const { work } of jobs) found.push(await work(tx));
        return found;
      });
      jobs.forEach(({ resolve }, index) => resolve(values[index]));
    } catch {
      for (const job of jobs) void alone(job);
    }
  };
  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    for (const lane of [0, 1]) void together(jobs.filter((_, index) => index % 2 === lane));
  };
  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
}

export function requestContext(envelope: EnvelopeClaims, parts: { orm: Orm; relay: Relay }): RequestContext {
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
