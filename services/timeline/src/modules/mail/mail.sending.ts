/** What notifications and summaries have in common on their way out. */
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { MailDoor, MailOutcome } from '../access/index.ts';
import { deliverer } from '../push/index.ts';
import { findAddress } from './mail.repository.ts';
import { AddressSeal, ofAddress } from './mail.seal.ts';

export interface Parts {
  orm: Orm;
  mail: MailDoor;
}

/** Longer than telling one batch can take: whoever dies over it leaves it to whoever comes after. */
export const leaseMs = 5 * 60_000;

export const asService = <T>(orm: Orm, work: (tx: Em) => Promise<T>): Promise<T> => inViewer(orm.em, deliverer, work);

/** @returns nothing where none was confirmed, or where it was refused */
export async function openAddress(tx: Em, { keys }: MailDoor, userId: string): Promise<{ to: string; sealed: Buffer } | undefined> {
  const row = await findAddress(tx, userId);
  if (!row || row.refusedAt) return undefined;
  return { to: await new AddressSeal(keys, tx, userId).open(row.sealed, ofAddress(userId)), sealed: row.sealed };
}

/** @param outcome undefined: there is no address any more */
export function stateOf(outcome: MailOutcome | undefined) {
  if (outcome === undefined) return { state: 'SKIPPED', reason: 'NO_ADDRESS' } as const;
  if (outcome === 'LATER') return { state: 'QUEUED', reason: 'LATER' } as const;
  return outcome === 'SENT' ? ({ state: 'SENT', reason: null } as const) : ({ state: 'FAILED', reason: 'REFUSED' } as const);
}
