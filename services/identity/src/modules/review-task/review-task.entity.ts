/** One item of work of the support center (受付箱), whatever service it came from. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ReviewTaskKind, ReviewTaskState, SubjectType } from './review-task.policy.ts';

export const ReviewTask = defineEntity({
  name: 'ReviewTask',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    kind: p.string().$type<ReviewTaskKind>(),
    form: p.string().nullable(),
    state: p.string().$type<ReviewTaskState>(),
    title: p.string(),
    subjectType: p.string().$type<SubjectType>(),
    subjectId: p.uuid(),
    facilityId: p.uuid().nullable(),
    openedAt: p.datetime(),
    dueOn: p.date(),
    assigneeId: p.uuid().nullable(),
    closedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'review_task_subject', properties: ['subjectType', 'subjectId'] }],
  indexes: [{ name: 'review_task_inbox', properties: ['districtId', 'state', 'dueOn', 'id'] }],
});
export type ReviewTask = InferEntity<typeof ReviewTask>;
