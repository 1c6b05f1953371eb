import type { Em } from '@heya/service-common/orm';
import { Suspension } from './suspension.entity.ts';

/** @returns false when the ID was stopped already */
export async function stopUser(tx: Em, userId: string, now: Date): Promise<boolean> {
  const rows = await tx.execute<unknown[]>('update app_user set deactivated_at = ? where id = ? and deactivated_at is null returning id', [
    now,
    userId,
  ]);
  return rows.length === 1;
}

export async function insertSuspension(tx: Em, row: Suspension): Promise<void> {
  await tx.insert(Suspension, row);
}

/** Only what was stopped for a while comes back; who has left stays gone (R7). @returns what was ended, none when nothing was stopped for a while */
export async function endSuspension(tx: Em, userId: string, { endedAt, endedBy }: { endedAt: Date; endedBy: string }): Promise<string[]> {
  const ended = await tx.execute<{ id: string }[]>(
    'update suspension set ended_at = ?, ended_by = ? where user_id = ? and ended_at is null returning id',
    [endedAt, endedBy, userId],
  );
  if (ended.length > 0) await tx.execute('update app_user set deactivated_at = null where id = ?', [userId]);
  return ended.map(({ id }) => id);
}

export const findSuspension = (tx: Em, id: string): Promise<Suspension | null> => tx.findOne(Suspension, { id });

/** Those that have not ended. */
export const openSuspensionsOf = (tx: Em, userIds: readonly string[]): Promise<Suspension[]> =>
  tx.find(Suspension, { userId: { $in: [...userIds] }, endedAt: null });
