import type { Em } from '@heya/service-common/orm';
import { Recovery } from './recovery.entity.ts';

export const findRecovery = (tx: Em, id: string): Promise<Recovery | null> => tx.findOne(Recovery, { id });

/** Neither called off nor used; its time may be up. */
export const findUnfinished = (tx: Em, userId: string): Promise<Recovery | null> =>
  tx.findOne(Recovery, { userId, cancelledAt: null, completedAt: null });

/** Held until the transaction ends, so that a code cannot be used while it is being called off. */
export async function lockRecovery(tx: Em, id: string): Promise<void> {
  await tx.execute('select id from account_recovery where id = ? for update', [id]);
}

/** Two beginnings for one person at the same moment: one waits for the other. */
export async function lockPerson(tx: Em, userId: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`recovery:${userId}`]);
}

export async function insertRecovery(tx: Em, row: Recovery): Promise<void> {
  await tx.insert(Recovery, row);
}

export async function updateRecovery(tx: Em, id: string, change: Partial<Recovery>): Promise<void> {
  await tx.nativeUpdate(Recovery, { id }, change);
}

export async function countWrongCode(tx: Em, id: string): Promise<void> {
  await tx.execute('update account_recovery set wrong_codes = wrong_codes + 1 where id = ?', [id]);
}
