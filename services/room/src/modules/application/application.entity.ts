/** Forms 4-1, 4-2 and 4-3: one application, with what each form says beside it. */
import type { ApplicationState, MemberRole } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

/** Of somebody the form names, by their id: their place in the list may change when the form is mended. */
export interface FieldComment {
  field: string[];
  text: string;
}

export const careSituations = [
  'RECOVERING_AFTER_DISCHARGE',
  'TERMINAL_CARE',
  'DEMENTIA',
  'COMPLEX_MEDICAL_CARE',
  'NEUROLOGICAL_DISEASE',
  'OTHER',
] as const;
export type CareSituation = (typeof careSituations)[number];

export const closureReasons = ['NO_LONGER_NEEDED', 'ADMITTED_LONG_TERM', 'MOVED', 'DECEASED', 'CONSENT_WITHDRAWN', 'DORMANT'] as const;
export type ClosureReason = (typeof closureReasons)[number];

export type RoomForm = 'FORM_4_1' | 'FORM_4_2' | 'FORM_4_3';

export const roomApplication = defineEntity({
  name: 'RoomApplication',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    form: p.text().$type<RoomForm>(),
    receiptNumber: p.text(),
    status: p.text().$type<ApplicationState>(),
    channel: p.text(),
    patientId: p.uuid().index(),
    roomId: p.uuid().nullable(),
    applicantId: p.uuid(),
    applicantName: p.text(),
    facilityId: p.uuid().nullable(),
    consentId: p.uuid().nullable(),
    situation: p.text().$type<CareSituation>().nullable(),
    /** Why the room is asked for, changed, or closed. */
    reason: p.text().nullable(),
    /** Form 4-2: the minute from which it holds. */
    effectiveAt: p.datetime(3).nullable(),
    newStewardId: p.uuid().nullable(),
    newStewardName: p.text().nullable(),
    /** Form 4-3. */
    closureReason: p.text().$type<ClosureReason>().nullable(),
    informed: p.text().nullable(),
    exportToId: p.uuid().nullable(),
    exportToName: p.text().nullable(),
    /** What was sent with the idempotency key (api.md 8). */
    bodyHash: p.text(),
    submittedAt: p.datetime(3),
    expectedBy: p.date(),
    checkedBy: p.uuid().nullable(),
    checkedAt: p.datetime(3).nullable(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime(3).nullable(),
    decisionReason: p.text().nullable(),
    executedBy: p.uuid().nullable(),
    executedAt: p.datetime(3).nullable(),
    version: p.integer(),
  },
  uniques: [{ name: 'room_application_receipt', properties: ['districtId', 'receiptNumber'] }],
  indexes: [
    { name: 'room_application_applicant', properties: ['applicantId', 'submittedAt'] },
    { name: 'room_application_room', properties: ['roomId'] },
    {
      name: 'room_application_one_open',
      expression:
        "create unique index room_application_one_open on room_application (room_id, form) where form <> 'FORM_4_1' and status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED')",
    },
  ],
});

export const proposedMember = defineEntity({
  name: 'ProposedMember',
  rowLevelSecurity: 'force',
  properties: {
    applicationId: p.uuid().primary(),
    userId: p.uuid().primary(),
    place: p.integer(),
    displayName: p.text(),
    profession: p.text().nullable(),
    facilityId: p.uuid().nullable(),
    facilityName: p.text().nullable(),
    role: p.text().$type<MemberRole>(),
    isSteward: p.boolean(),
  },
});

/** Whom form 4-2 takes out, and from when: in force when it was filed, whoever has reviewed it (R14). */
export const membershipRemoval = defineEntity({
  name: 'MembershipRemoval',
  rowLevelSecurity: 'force',
  properties: {
    applicationId: p.uuid().primary(),
    membershipId: p.uuid().primary(),
    place: p.integer(),
    displayName: p.text(),
    role: p.text().$type<MemberRole>(),
    endsAt: p.datetime(3),
    /** Turned down or withdrawn before its minute. */
    calledOffAt: p.datetime(3).nullable(),
  },
  indexes: [{ name: 'membership_removal_membership', properties: ['membershipId'] }],
});

/** Form 4-3: whether a facility has kept its own copy of the record. */
export const closureCopy = defineEntity({
  name: 'ClosureCopy',
  rowLevelSecurity: 'force',
  properties: {
    applicationId: p.uuid().primary(),
    facilityId: p.uuid().primary(),
    place: p.integer(),
    facilityName: p.text(),
    isSaved: p.boolean(),
  },
});

/** Who did what when with an application (R19). */
export const applicationEntry = defineEntity({
  name: 'ApplicationEntry',
  rowLevelSecurity: 'force',
  properties: {
    applicationId: p.uuid().primary(),
    place: p.integer().primary(),
    status: p.text().$type<ApplicationState>(),
    actorId: p.uuid(),
    at: p.datetime(3),
    reason: p.text().nullable(),
    /** By field, when the form was returned. */
    comments: p.json().$type<FieldComment[]>().default('[]'),
  },
});
