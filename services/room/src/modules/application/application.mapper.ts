import { toDate } from '@heya/service-common/planned';
import { dayInJapan } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { referTo } from '../foreign/index.ts';
import { factsOf } from './application.access.ts';
import { can } from './application.policy.ts';
import type { ApplicationRow, MemberRow } from './application.repository.ts';
import type { ProposedMemberType, RoomChangeDetails, RoomClosureDetails, RoomCreationDetails } from './application.details.type.ts';
import type { RoomApplicationType } from './application.type.ts';

export function toApplication(row: ApplicationRow, { viewer }: RoomContext): RoomApplicationType {
  const facts = factsOf(row);
  return {
    id: row.id,
    form: row.form,
    receiptNumber: row.receipt_number,
    status: row.status,
    channel: row.channel,
    patientId: row.patient_id,
    roomId: row.room_id,
    applicant: referTo(row.applicant_id),
    applicantName: row.applicant_name,
    details: toDetails(row),
    submittedAt: toDate(row.submitted_at),
    expectedBy: row.expected_by,
    checkedBy: referTo(row.checked_by),
    decidedAt: toDate(row.decided_at),
    decidedBy: referTo(row.decided_by),
    decisionReason: row.decision_reason,
    entries: row.entries.map(({ status, actorId, at, reason, comments }) => ({
      status,
      at: new Date(at),
      officer: actorId === row.applicant_id ? null : referTo(actorId),
      reason,
      comments,
    })),
    version: row.version,
    viewerCanWithdraw: can(viewer, 'WITHDRAW', facts).allowed,
    viewerCanResubmit: can(viewer, 'RESUBMIT', facts).allowed,
    viewerCanReview: can(viewer, 'REVIEW', facts).allowed,
    viewerCanExecute: can(viewer, 'EXECUTE', facts).allowed,
  };
}

function toDetails(row: ApplicationRow): RoomCreationDetails | RoomChangeDetails | RoomClosureDetails {
  if (row.form === 'FORM_4_1') return toCreation(row);
  return row.form === 'FORM_4_2' ? toChange(row) : toClosure(row);
}

const toMember = ({ userId, displayName, facilityId, role }: MemberRow): ProposedMemberType => ({
  user: referTo(userId),
  displayName,
  facility: referTo(facilityId),
  role,
});

/** Situation and reason tell of an illness, so they are shown only while the consent stands (R10). */
function toCreation(row: ApplicationRow): RoomCreationDetails {
  const steward = row.members.find(({ isSteward }) => isSteward);
  return {
    consent: referTo(row.consent_id),
    steward: referTo(steward?.userId),
    stewardName: steward?.displayName ?? '',
    members: row.members.map(toMember),
    situation: row.consent_in_force ? row.situation : null,
    reason: row.consent_in_force ? row.reason : null,
    filledBlocks: row.filled_blocks,
  };
}

function toChange(row: ApplicationRow): RoomChangeDetails {
  const effectiveAt = new Date(row.effective_at ?? row.submitted_at);
  return {
    add: row.members.map(toMember),
    remove: row.removals.map(({ endsAt, calledOffAt, ...removal }) => ({
      ...removal,
      endsAt: new Date(endsAt),
      calledOffAt: toDate(calledOffAt),
    })),
    newSteward: referTo(row.new_steward_id),
    newStewardName: row.new_steward_name,
    effectiveAt,
    effectiveOn: dayInJapan(effectiveAt),
    reason: row.reason,
  };
}

/** Read without a consent too: that it was withdrawn is one of the reasons. */
function toClosure(row: ApplicationRow): RoomClosureDetails {
  return {
    reason: row.closure_reason ?? 'NO_LONGER_NEEDED',
    note: row.reason,
    informed: row.informed ?? '',
    copies: row.copies.map(({ facilityId, facilityName, isSaved }) => ({ facility: referTo(facilityId), facilityName, isSaved })),
    exportTo: referTo(row.export_to_id),
    exportToName: row.export_to_name,
  };
}
