import type { Em } from '@heya/service-common/orm';
import { Recovery } from './recovery.entity.ts';

export const findRecovery = (tx: Em, id: string): Promise<Recovery | null> => tx.findOne(Recovery, { id });

/** Neither called off nor used; its time may be up. */
export const findUnfinished = (tx: Em, userId: string): Promise<Recovery | null> =>
  tx.findOne(Recovery, { userId, cancelledAt: null, completedAt: null });

/** Of somebody whose ID is stopped: nothing of it is left to come in by (R7). @returns what was called off */
export async function cancelUnfinished(tx: Em, userId: string, by: { cancelledAt: Date; cancelledBy: string }): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `update account_recovery set cancelled_at = ?, cancelled_by = ?
      where user_id = ? and cancelled_at is null and completed_at is null returning id`,
    [by.cancelledAt, by.cancelledBy, userId],
  );
  return rows.map(({ id }) => id);
}

/** Held until the transaction ends, so that a code cannot be used while it is being called off. */
export async function lockRecovery(tx: Em, id: string): Promise<void> {
  await tx.execute('select id from account_recovery where id = ? for update', [id]);
}

export async function insertRecovery(tx: Em, row: Recovery): Promise<void> {
  await tx.insert(Recovery, row);
}

export async function updateRecovery(tx: Em, id: string, change: Partial<Recovery>): Promise<void> {
  await tx.nativeUpdate(Recovery, { id }, change);
}
