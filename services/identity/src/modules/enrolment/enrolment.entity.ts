/** A person's first way in (R4): from the letter with the code to the last page of the first sign-in. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

/** What is still open. */
export type EnrolmentStep = 'PASSWORD' | 'FACTOR' | 'BACKUP_CODES' | 'PLEDGE' | 'FACILITY_PLEDGE';

export const Enrolment = defineEntity({
  name: 'Enrolment',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    districtId: p.uuid(),
    /** HMAC of the code, which is shown once and kept nowhere; null as soon as the person has something else to come in with. */
    codeHash: p.string().nullable(),
    createdAt: p.datetime(),
    /** Until when the code counts. */
    expiresAt: p.datetime(),
    step: p.string().length(20).$type<EnrolmentStep>(),
    /** The browser that goes through it: hash of its cookie, and until when it may go on without coming in anew. */
    visitHash: p.string().nullable(),
    visitUntil: p.datetime().nullable(),
    /** The code was right for the first time. */
    openedAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
    /** Another code was made out. */
    replacedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'enrolment_open',
      expression: 'create unique index enrolment_open on enrolment (user_id) where completed_at is null and replaced_at is null',
    },
    {
      name: 'enrolment_visit',
      expression: 'create unique index enrolment_visit on enrolment (visit_hash) where visit_hash is not null',
    },
  ],
});
export type Enrolment = InferEntity<typeof Enrolment>;
