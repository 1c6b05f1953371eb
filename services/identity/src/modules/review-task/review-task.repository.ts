import type { Em } from '@heya/service-common/orm';
import { ReviewTask, type ReviewTaskKind, type ReviewTaskState, type SubjectType } from './review-task.entity.ts';

export const findTask = (tx: Em, id: string): Promise<ReviewTask | null> => tx.findOne(ReviewTask, { id });

export const findBySubject = (tx: Em, subjectType: SubjectType, subjectId: string): Promise<ReviewTask | null> =>
  tx.findOne(ReviewTask, { subjectType, subjectId });

export async function insertTask(tx: Em, task: ReviewTask): Promise<void> {
  await tx.insert(ReviewTask, task);
}

export async function updateTask(tx: Em, id: string, change: Partial<ReviewTask>): Promise<void> {
  await tx.nativeUpdate(ReviewTask, { id }, change);
}

/** @returns whether it was in the expected state; two officers cannot both win */
export async function moveTask(
  tx: Em,
  where: { id: string; state: ReviewTaskState; assigneeId: string | null },
  change: Partial<ReviewTask>,
): Promise<boolean> {
  return (await tx.nativeUpdate(ReviewTask, where, change)) === 1;
}

export interface TaskSearch {
  kinds?: readonly ReviewTaskKind[] | null | undefined;
  states?: readonly ReviewTaskState[] | null | undefined;
  assigneeId?: string | null | undefined;
  /** Due before this day. */
  overdueOn?: string | undefined;
  query?: string | null | undefined;
}

/** What is most urgent first; the viewer's own district only (row-level security). @param after day and id of the last one before */
export function listTasks(
  tx: Em,
  search: TaskSearch,
  { limit, after }: { limit: number; after: readonly [string, string] | undefined },
): Promise<ReviewTask[]> {
  const continued = after ? [{ $or: [{ dueOn: { $gt: after[0] } }, { dueOn: after[0], id: { $gt: after[1] } }] }] : [];
  return tx.find(ReviewTask, { $and: [condition(search), ...continued] }, { orderBy: { dueOn: 'asc', id: 'asc' }, limit });
}

export const countTasks = (tx: Em, search: TaskSearch): Promise<number> => tx.count(ReviewTask, condition(search));

function condition({ kinds, states, assigneeId, overdueOn, query }: TaskSearch) {
  const pattern = query?.trim() && `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return {
    state: { $in: [...(states ?? (['OPEN', 'CLAIMED'] as const))] },
    ...(kinds && { kind: { $in: [...kinds] } }),
    ...(assigneeId && { assigneeId }),
    ...(overdueOn && { dueOn: { $lt: overdueOn } }),
    ...(pattern && { title: { $ilike: pattern } }),
  };
}

/** @returns the number of the newest change of a district's inbox */
export async function countChanges(tx: Em, districtId: string): Promise<number> {
  const [row] = await tx.execute<{ seq: string }[]>('select seq from stream_counter where stream = ?', [`review:${districtId}`]);
  return Number(row?.seq ?? 0);
}
