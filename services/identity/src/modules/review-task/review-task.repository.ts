import type { Em } from '@heya/service-common/orm';
import { ReviewTask, type ReviewTaskKind, type ReviewTaskState, searchable, soughtGrams } from '../inbox/index.ts';

export const findTask = (tx: Em, id: string): Promise<ReviewTask | null> => tx.findOne(ReviewTask, { id });

/** @returns whether it was in the expected state; two officers cannot both win */
export async function moveTask(
  tx: Em,
  where: { id: string; state: ReviewTaskState; assigneeId: string | null },
  change: Partial<ReviewTask>,
): Promise<boolean> {
  return (await tx.nativeUpdate(ReviewTask, where, change)) === 1;
}

export interface TaskSearch {
  districtId: string;
  kinds?: readonly ReviewTaskKind[] | null | undefined;
  states?: readonly ReviewTaskState[] | null | undefined;
  assigneeId?: string | null | undefined;
  /** Due before this day. */
  overdueOn?: string | undefined;
  query?: string | null | undefined;
}

/** What is most urgent first; one district's only. @param after day and id of the last one before */
export function listTasks(
  tx: Em,
  search: TaskSearch,
  { limit, after }: { limit: number; after: readonly [string, string] | undefined },
): Promise<ReviewTask[]> {
  const continued = after ? [{ $or: [{ dueOn: { $gt: after[0] } }, { dueOn: after[0], id: { $gt: after[1] } }] }] : [];
  return tx.find(ReviewTask, { $and: [condition(search), ...continued] }, { orderBy: { dueOn: 'asc', id: 'asc' }, limit });
}

/** A long inbox is not counted to its end each time it is looked at. */
export const mostCounted = 500;

/** @returns how many there are, or null when there are more than mostCounted */
export async function countTasks(tx: Em, search: TaskSearch): Promise<number | null> {
  const found = await tx.find(ReviewTask, condition(search), { fields: ['id'], limit: mostCounted + 1 });
  return found.length > mostCounted ? null : found.length;
}

function condition({ districtId, kinds, states, assigneeId, overdueOn, query }: TaskSearch) {
  const sought = searchable(query ?? '');
  return {
    districtId,
    state: { $in: [...(states ?? (['OPEN', 'CLAIMED'] as const))] },
    ...(kinds && { kind: { $in: [...kinds] } }),
    ...(assigneeId && { assigneeId }),
    ...(overdueOn && { dueOn: { $lt: overdueOn } }),
    // The index gives what may hold it; whether it stands there in one piece, the text says.
    ...(sought && { searchGrams: { $contains: soughtGrams(sought) }, searchText: { $like: `%${sought.replace(/[\\%_]/g, '\\$&')}%` } }),
  };
}

/** @returns the number of the newest change of a district's inbox */
export async function countChanges(tx: Em, districtId: string): Promise<number> {
  const [row] = await tx.execute<{ seq: string }[]>('select seq from stream_counter where stream = ?', [`review:${districtId}`]);
  return Number(row?.seq ?? 0);
}
