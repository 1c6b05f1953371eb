import type { RoomContext } from '../platform/index.ts';
import { stub } from '../stub/index.ts';
import { factsOf } from './application.access.ts';
import { can } from './application.policy.ts';
import type { ApplicationRow } from './application.repository.ts';
import type { RoomApplicationType, RoomCreationDetails } from './application.type.ts';

const date = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

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
    applicant: stub(row.applicant_id),
    applicantName: row.applicant_name,
    details: toDetails(row),
    submittedAt: date(row.submitted_at),
    expectedBy: row.expected_by,
    checkedBy: stub(row.checked_by),
    decidedAt: date(row.decided_at),
    decidedBy: stub(row.decided_by),
    decisionReason: row.decision_reason,
    version: row.version,
    viewerCanReview: can(viewer, 'REVIEW', facts).allowed,
    viewerCanExecute: can(viewer, 'EXECUTE', facts).allowed,
  };
}

/** Situation and reason tell of an illness, so they are shown only while the consent stands (R10). */
function toDetails(row: ApplicationRow): RoomCreationDetails {
  const steward = row.members.find(({ isSteward }) => isSteward);
  return {
    consent: stub(row.consent_id),
    steward: stub(steward?.userId),
    stewardName: steward?.displayName ?? '',
    members: row.members.map(({ userId, displayName, facilityId, role }) => ({
      user: stub(userId),
      displayName,
      facility: stub(facilityId),
      role,
    })),
    situation: row.consent_in_force ? row.situation : null,
    reason: row.consent_in_force ? row.reason : null,
  };
}
