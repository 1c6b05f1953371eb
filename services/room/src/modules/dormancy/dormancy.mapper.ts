import { toDate } from '@heya/service-common/planned';
import { dayInJapan } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { referTo } from '../foreign/index.ts';
import { answerOf, factsOf } from './dormancy.access.ts';
import type { DormancyParty } from './dormancy.entity.ts';
import { stateOf } from './dormancy.machine.policy.ts';
import { can } from './dormancy.policy.ts';
import type { DormancyRow } from './dormancy.repository.ts';
import type { DormancyAnswerType, DormancyReviewType } from './dormancy.type.ts';

export function toReview(row: DormancyRow, { viewer, now }: RoomContext): DormancyReviewType {
  return {
    id: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    roomNumber: row.room_number,
    state: stateOf(row),
    applicant: referTo(row.applicant_id),
    applicantName: row.applicant_name,
    openedAt: new Date(row.opened_at),
    lastActivityOn: row.last_activity_on,
    dueOn: row.due_on,
    isLate: row.ended_at === null && row.due_on < dayInJapan(now()),
    applicantAnswer: toAnswer(row, 'APPLICANT'),
    patientAnswer: toAnswer(row, 'PATIENT'),
    decision: row.decision,
    decisionReason: row.viewer_role === 'PATIENT' ? null : row.decision_reason,
    decidedBy: referTo(row.decided_by),
    decidedByName: row.decided_by_name,
    decidedAt: toDate(row.decided_at),
    endedAt: toDate(row.ended_at),
    entries: row.entries.map(({ kind, at, party, channel, askedOn, keep, note, actorName }) => ({
      ...{ kind, party, channel, askedOn, keep, note, actorName },
      at: new Date(at),
    })),
    viewerCanWork: can(viewer, 'WORK', factsOf(row)).allowed,
  };
}

function toAnswer(row: DormancyRow, party: DormancyParty): DormancyAnswerType | null {
  const answer = answerOf(row, party);
  if (!answer || answer.keep === null || !answer.channel || !answer.askedOn) return null;
  const { keep, channel, askedOn, note } = answer;
  return { keep, channel, askedOn, note, answeredAt: new Date(answer.at) };
}
