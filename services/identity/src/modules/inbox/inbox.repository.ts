import type { Em } from '@heya/service-common/orm';
import { ReviewTask, type SubjectType } from './review-task.entity.ts';

export const findBySubject = (tx: Em, subjectType: SubjectType, subjectId: string): Promise<ReviewTask | null> =>
  tx.findOne(ReviewTask, { subjectType, subjectId });

export const findTaskOf = (tx: Em, districtId: string, id: string): Promise<ReviewTask | null> =>
  tx.findOne(ReviewTask, { id, districtId });

/** @returns by receipt number, closed ones too */
export async function tasksByNumbers(tx: Em, districtId: string, numbers: readonly (string | null)[]): Promise<Map<string, ReviewTask>> {
  const sought = [...new Set(numbers)].filter((number) => number !== null);
  if (sought.length === 0) return new Map();
  const rows = await tx.find(ReviewTask, { districtId, receiptNumber: { $in: sought } }, { orderBy: { openedAt: 'asc' } });
  return new Map(rows.map((row) => [row.receiptNumber ?? '', row]));
}

export async function insertTask(tx: Em, task: ReviewTask): Promise<void> {
  await tx.insert(ReviewTask, task);
}

export async function updateTask(tx: Em, id: string, change: Partial<ReviewTask>): Promise<void> {
  await tx.nativeUpdate(ReviewTask, { id }, change);
}
