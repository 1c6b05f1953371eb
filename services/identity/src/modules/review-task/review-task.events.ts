/** Facts of other services that become work for the center, or end it. */
import type { BusEvent } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { tokyoDay } from '../user/index.ts';
import type { ReviewTask } from './review-task.entity.ts';
import { applicationTitle, dueOn, effectOf, withdrawalTitle } from './review-task.policy.ts';
import { findBySubject, insertTask, updateTask } from './review-task.repository.ts';

export const reviewTaskHandlers: Handlers = {
  'room.applicationChanged': applyApplication,
  'consent.changed': applyConsent,
};

async function applyApplication(tx: Em, { payload, occurredAt }: BusEvent<'room.applicationChanged'>): Promise<void> {
  const effect = effectOf(payload.status);
  const known = await findBySubject(tx, 'RoomApplication', payload.applicationId);
  if (effect === 'CLOSE') return known ? close(tx, known, occurredAt) : undefined;
  if (effect === 'NONE' || (known && effect === 'KEEP')) return undefined;
  if (known && effect === 'PASS_ON') return change(tx, known, { state: 'OPEN', assigneeId: null });
  return open(tx, known, {
    ...opening(occurredAt),
    districtId: payload.districtId,
    kind: 'ROOM_APPLICATION',
    form: payload.form,
    title: applicationTitle(payload),
    subjectType: 'RoomApplication',
    subjectId: payload.applicationId,
    facilityId: payload.facilityId,
  });
}

/** Withdrawal is a task for the center (R10). */
async function applyConsent(tx: Em, { payload, occurredAt }: BusEvent<'consent.changed'>): Promise<void> {
  if (payload.status !== 'WITHDRAWN') return;
  const known = await findBySubject(tx, 'Consent', payload.consentId);
  if (known) return;
  await open(tx, null, {
    ...opening(occurredAt),
    districtId: payload.districtId,
    kind: 'CONSENT',
    form: 'FORM_3_1',
    title: withdrawalTitle(payload.consentId),
    subjectType: 'Consent',
    subjectId: payload.consentId,
    facilityId: null,
  });
}

type Opening = Pick<ReviewTask, 'state' | 'openedAt' | 'dueOn' | 'assigneeId' | 'closedAt' | 'closeNote' | 'closedBy'>;

function opening(occurredAt: string): Opening {
  const openedAt = new Date(occurredAt);
  return { state: 'OPEN', openedAt, dueOn: dueOn(tokyoDay(openedAt)), assigneeId: null, closedAt: null, closeNote: null, closedBy: null };
}

/** Filed again after a return, it is the same item opened anew. */
async function open(tx: Em, known: ReviewTask | null, facts: Omit<ReviewTask, 'id'>): Promise<void> {
  if (known) return change(tx, known, facts);
  const id = newId();
  await insertTask(tx, { id, ...facts });
  await tellChange(tx, { id, districtId: facts.districtId });
}

const close = (tx: Em, task: ReviewTask, occurredAt: string): Promise<void> =>
  change(tx, task, { state: 'CLOSED', closedAt: new Date(occurredAt) });

async function change(tx: Em, { id, districtId }: ReviewTask, facts: Partial<ReviewTask>): Promise<void> {
  await updateTask(tx, id, facts);
  await tellChange(tx, { id, districtId });
}

export const tellChange = (tx: Em, { id, districtId }: { id: string; districtId: string }): Promise<void> =>
  emit(tx, 'identity.reviewTaskChanged', `review:${districtId}`, { reviewTaskId: id, districtId });
