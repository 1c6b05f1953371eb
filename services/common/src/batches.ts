/** Work of the clock on more than one transaction should hold. */
import { type Em, inViewer, type Orm } from './orm.ts';
import type { Relay } from './outbox.ts';
import type { Viewer } from './viewer.ts';

export interface Batch {
  /** How many were looked at. */
  seen: number;
  /** On how many of them something was done. */
  done: number;
}

export interface Batches {
  orm: Pick<Orm, 'em'>;
  relay: Pick<Relay, 'wake'>;
  viewer: Viewer;
  /** How many a batch holds. */
  atOnce: number;
}

/**
 * A transaction a batch, until one has less than it could hold; what it tells goes out as soon as it is written.
 * @param work gives how many it did, or how many of those it looked at where it does not do something on each
 * @returns on how many something was done
 */
export async function inBatches({ orm, relay, viewer, atOnce }: Batches, work: (tx: Em) => Promise<number | Batch>): Promise<number> {
  for (let total = 0; ;) {
    const batch = await inViewer(orm.em, viewer, work);
    const { seen, done } = typeof batch === 'number' ? { seen: batch, done: batch } : batch;
    if (done > 0) relay.wake();
    total += done;
    if (seen < atOnce) return total;
  }
}
