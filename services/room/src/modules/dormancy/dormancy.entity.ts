/** The question whether a room that nobody has used for a year is kept (R17), and who did what about it when. */
import { defineEntity, p } from '@mikro-orm/core';

export type DormancyDecision = 'KEEP' | 'CLOSE';
export type DormancyOutcome = 'KEPT' | 'USED' | 'CLOSED';
export type DormancyParty = 'APPLICANT' | 'PATIENT';
export type DormancyChannel = 'VISIT' | 'TELEPHONE' | 'LETTER' | 'FAX';
/** ASKED: without an answer yet. USED: somebody wrote. CLOSED: form 4-3 was carried out. */
export type DormancyEntryKind = 'OPENED' | 'ASKED' | 'ANSWERED' | 'LATE' | 'DECIDED' | 'USED' | 'CLOSED';

export const dormancyReview = defineEntity({
  name: 'DormancyReview',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    /** Who had asked for the room by form 4-1. */
    applicantId: p.uuid().nullable(),
    applicantName: p.text().nullable(),
    openedAt: p.datetime(3),
    /** The last post, the last time it was kept, or its opening: the day in Japan. */
    lastActivityOn: p.date(),
    /** Of the decision, and then of form 4-3. */
    dueOn: p.date(),
    /** When the center was last told that it is late. */
    lateAt: p.datetime(3).nullable(),
    decision: p.text().$type<DormancyDecision>().nullable(),
    decisionReason: p.text().nullable(),
    decidedBy: p.uuid().nullable(),
    decidedByName: p.text().nullable(),
    decidedAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    outcome: p.text().$type<DormancyOutcome>().nullable(),
  },
  indexes: [
    { name: 'dormancy_review_room', properties: ['roomId', 'openedAt'] },
    {
      name: 'dormancy_review_one_open',
      expression: 'create unique index dormancy_review_one_open on dormancy_review (room_id) where ended_at is null',
    },
    {
      name: 'dormancy_review_patient',
      expression: 'create index dormancy_review_patient on dormancy_review (patient_id) where ended_at is null',
    },
  ],
});

export const dormancyEntry = defineEntity({
  name: 'DormancyEntry',
  rowLevelSecurity: 'force',
  properties: {
    /** Made by the officer's browser; also the key against doubles. */
    id: p.uuid().primary(),
    reviewId: p.uuid(),
    districtId: p.uuid(),
    place: p.integer(),
    kind: p.text().$type<DormancyEntryKind>(),
    at: p.datetime(3),
    party: p.text().$type<DormancyParty>().nullable(),
    channel: p.text().$type<DormancyChannel>().nullable(),
    askedOn: p.date().nullable(),
    keep: p.boolean().nullable(),
    note: p.text().nullable(),
    actorId: p.uuid().nullable(),
    actorName: p.text().nullable(),
  },
  uniques: [{ name: 'dormancy_entry_place', properties: ['reviewId', 'place'] }],
});
