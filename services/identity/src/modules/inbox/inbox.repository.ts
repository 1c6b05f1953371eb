import type { Em } from '@heya/service-common/orm';
import { ReviewTask, type SubjectType } from './review-task.entity.ts';

export const findBySubject = (tx: Em, subjectType: SubjectType, subjectId: string): Promise<ReviewTask | null> =>
  tx.findOne(ReviewTask, { subjectType, subjectId });

export async function insertTask(tx: Em, task: ReviewTask): Promise<void> {
  await tx.insert(ReviewTask, task);
}

export async function updateTask(tx: Em, id: string, change: Partial<ReviewTask>): Promise<void> {
  await tx.nativeUpdate(ReviewTask, { id }, change);
}
