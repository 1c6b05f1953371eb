/** Putting work into the center's inbox, passing it on and taking it out, in the transaction of what it is about. */
import { newId } from '@heya/service-common/id';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { dueOn } from '@heya/service-common/working-day';
import { readSetting } from '../district-setting/index.ts';
import { tokyoDay } from '../user/index.ts';
import { findBySubject, insertTask, updateTask } from './inbox.repository.ts';
import type { ReviewTask, SubjectType } from './review-task.entity.ts';
import { gramsOf, searchText } from './search.policy.ts';

export interface Work extends Pick<ReviewTask, 'districtId' | 'kind' | 'form' | 'title' | 'subjectType' | 'subjectId' | 'facilityId'> {
  /** What it is found by beside its title: numbers, names, facilities. Seen by the officers of the district alone. */
  words: readonly (string | null | undefined)[];
  openedAt: Date;
  receiptNumber?: string | null;
}

/** @returns the day until which it is promised; filed again after a return, it is the same item opened anew */
export async function openWork(tx: Em, { words, openedAt, receiptNumber = null, ...work }: Work): Promise<string> {
  const text = searchText([work.title, ...words]);
  const due = dueOn(tokyoDay(openedAt), await readSetting(tx, work.districtId, 'applicationDueDays', openedAt));
  const facts: Omit<ReviewTask, 'id'> = {
    ...work,
    receiptNumber,
    state: 'OPEN',
    openedAt,
    dueOn: due,
    assigneeId: null,
    closedAt: null,
    closeNote: null,
    closedBy: null,
    searchText: text,
    searchGrams: gramsOf(text),
  };
  const known = await findBySubject(tx, work.subjectType, work.subjectId);
  if (known) {
    await changeWork(tx, known, facts);
    return due;
  }
  const id = newId();
  await insertTask(tx, { id, ...facts });
  await tellChange(tx, { id, districtId: work.districtId });
  return due;
}

/** Checked by one officer: it now waits for another, so nobody holds it (R12). */
export const passWorkOn = (tx: Em, subjectType: SubjectType, subjectId: string): Promise<void> =>
  changeOf(tx, [subjectType, subjectId], { state: 'OPEN', assigneeId: null });

export const closeWork = (tx: Em, subjectType: SubjectType, subjectId: string, closedAt: Date): Promise<void> =>
  changeOf(tx, [subjectType, subjectId], { state: 'CLOSED', closedAt });

/** Called otherwise from now on, and found by that; who has it and until when stays. */
export const renameWork = (tx: Em, task: ReviewTask, title: string): Promise<void> => {
  const text = searchText([title]);
  return changeWork(tx, task, { title, searchText: text, searchGrams: gramsOf(text) });
};

async function changeOf(tx: Em, [subjectType, subjectId]: [SubjectType, string], facts: Partial<ReviewTask>): Promise<void> {
  const known = await findBySubject(tx, subjectType, subjectId);
  if (known) await changeWork(tx, known, facts);
}

async function changeWork(tx: Em, { id, districtId }: ReviewTask, facts: Partial<ReviewTask>): Promise<void> {
  await updateTask(tx, id, facts);
  await tellChange(tx, { id, districtId });
}

/** Whoever handed somebody over hears that the center has helped (R15). */
export const tellSupportEnded = (tx: Em, { subjectId, districtId }: Pick<ReviewTask, 'subjectId' | 'districtId'>): Promise<void> =>
  emit(tx, 'identity.supportEnded', `review:${districtId}`, { supportReferralId: subjectId, districtId });

export const tellChange = (tx: Em, { id, districtId }: { id: string; districtId: string }): Promise<void> =>
  emit(tx, 'identity.reviewTaskChanged', `review:${districtId}`, { reviewTaskId: id, districtId });
