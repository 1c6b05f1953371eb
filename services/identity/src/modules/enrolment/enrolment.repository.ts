import type { Em } from '@heya/service-common/orm';
import { Enrolment } from './enrolment.entity.ts';

/** Neither gone through nor replaced; the time of its code may be up. */
export const findOpen = (tx: Em, userId: string): Promise<Enrolment | null> =>
  tx.findOne(Enrolment, { userId, completedAt: null, replacedAt: null });

export async function insertEnrolment(tx: Em, row: Enrolment): Promise<void> {
  await tx.insert(Enrolment, row);
}

export async function updateEnrolment(tx: Em, id: string, change: Partial<Enrolment>): Promise<void> {
  await tx.nativeUpdate(Enrolment, { id }, change);
}

/** The code before opens nothing any more, and neither does the browser that was under way with it. */
export async function replaceOpen(tx: Em, userId: string, now: Date): Promise<void> {
  await tx.nativeUpdate(Enrolment, { userId, completedAt: null, replacedAt: null }, { replacedAt: now, codeHash: null, visitHash: null });
}
