/** One item of work of the support center (受付箱), whatever service it came from. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export type ReviewTaskKind =
  | 'ID_APPLICATION'
  | 'PLEDGE'
  | 'CONSENT'
  | 'ROOM_APPLICATION'
  | 'DORMANCY_REVIEW'
  | 'SUPPORT_REFERRAL'
  | 'WEEKLY_CHECK_OVERDUE'
  | 'SHARED_ID'
  | 'ID_SUSPENSION'
  | 'ROSTER_OVERDUE';
export type ReviewTaskState = 'OPEN' | 'CLAIMED' | 'CLOSED';
export type SubjectType =
  | 'RoomApplication'
  | 'Consent'
  | 'IdApplication'
  | 'SharedIdCase'
  | 'Suspension'
  | 'RosterReminder'
  | 'WeeklyCheck'
  | 'SupportReferral'
  | 'DormancyReview';

export const ReviewTask = defineEntity({
  name: 'ReviewTask',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    kind: p.string().$type<ReviewTaskKind>(),
    form: p.string().nullable(),
    state: p.string().$type<ReviewTaskState>(),
    title: p.string(),
    /** Printed on its form, and in the QR code there; null for what has none. */
    receiptNumber: p.string().length(40).nullable(),
    subjectType: p.string().$type<SubjectType>(),
    subjectId: p.uuid(),
    facilityId: p.uuid().nullable(),
    openedAt: p.datetime(),
    dueOn: p.date(),
    assigneeId: p.uuid().nullable(),
    closedAt: p.datetime().nullable(),
    /** What the officer who closed it wrote. */
    closeNote: p.text().nullable(),
    closedBy: p.uuid().nullable(),
    /** What it is found by, as search.policy.ts writes it. */
    searchText: p.text().default(''),
    searchGrams: p.array(),
  },
  uniques: [{ name: 'review_task_subject', properties: ['subjectType', 'subjectId'] }],
  indexes: [
    { name: 'review_task_number', properties: ['districtId', 'receiptNumber'] },
    { name: 'review_task_inbox', properties: ['districtId', 'state', 'dueOn', 'id'] },
    {
      name: 'review_task_waiting',
      expression: "create index review_task_waiting on review_task (district_id, due_on, id) where state in ('OPEN', 'CLAIMED')",
    },
    { name: 'review_task_search', expression: 'create index review_task_search on review_task using gin (search_grams)' },
  ],
});
export type ReviewTask = InferEntity<typeof ReviewTask>;
