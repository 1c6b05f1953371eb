/** Form 4-1 and the people it names. */
import type { ApplicationState, MemberRole } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const careSituations = [
  'RECOVERING_AFTER_DISCHARGE',
  'TERMINAL_CARE',
  'DEMENTIA',
  'COMPLEX_MEDICAL_CARE',
  'NEUROLOGICAL_DISEASE',
  'OTHER',
] as const;
export type CareSituation = (typeof careSituations)[number];

export const roomApplication = defineEntity({
  name: 'RoomApplication',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    form: p.text(),
    receiptNumber: p.text(),
    status: p.text().$type<ApplicationState>(),
    channel: p.text(),
    patientId: p.uuid().index(),
    roomId: p.uuid().nullable(),
    applicantId: p.uuid(),
    applicantName: p.text(),
    facilityId: p.uuid().nullable(),
    consentId: p.uuid(),
    situation: p.text().$type<CareSituation>().nullable(),
    reason: p.text().nullable(),
    /** What was sent with the idempotency key (api.md 8). */
    bodyHash: p.text(),
    submittedAt: p.datetime(3),
    expectedBy: p.date(),
    checkedBy: p.uuid().nullable(),
    checkedAt: p.datetime(3).nullable(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime(3).nullable(),
    decisionReason: p.text().nullable(),
    version: p.integer(),
  },
  uniques: [{ name: 'room_application_receipt', properties: ['districtId', 'receiptNumber'] }],
  indexes: [{ name: 'room_application_applicant', properties: ['applicantId', 'submittedAt'] }],
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
