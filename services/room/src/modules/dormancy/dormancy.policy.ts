/** Who sees the review of an unused room and who moves it (R17). Pure. */
import type { MemberRole } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { type RoomProblem, ruled, textProblems } from '../platform/index.ts';
import type { DormancyChannel, DormancyParty } from './dormancy.entity.ts';
import { canRecord, type DormancyRefusal, type Progress } from './dormancy.machine.policy.ts';

export interface DormancyFacts extends Progress {
  districtId: string;
  /** The viewer's own role in the room, now. */
  viewerRole: MemberRole | null;
}

type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | DormancyRefusal;
type Decision = { allowed: true; authority: 'MEMBERSHIP' | 'REVIEW' } | { allowed: false; reason: Refusal };

const refuse = (reason: Refusal): Decision => ({ allowed: false, reason });

/** It is the center's work; the care team and the patient see that their room is asked about, and how it ended. */
export function can(viewer: Viewer, action: 'SEE' | 'WORK', facts: DormancyFacts | undefined): Decision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  if (!isOfficer(viewer) || viewer.districtId !== facts.districtId) {
    const isInside = facts.viewerRole === 'CARE_TEAM' || facts.viewerRole === 'PATIENT';
    if (!isInside) return refuse('NOT_FOUND');
    return action === 'SEE' ? { allowed: true, authority: 'MEMBERSHIP' } : refuse('FORBIDDEN');
  }
  return action === 'SEE' || canRecord(facts) ? { allowed: true, authority: 'REVIEW' } : refuse('ENDED');
}

export interface Answer {
  idempotencyKey: string;
  party: DormancyParty;
  channel: DormancyChannel;
  askedOn: string;
  keep?: boolean | null;
  note?: string | null;
}

const noteLength = 1000;

/** @param between the last day of use, and today */
export function answerProblems(answer: Answer, [first, today]: readonly [string, string]): RoomProblem[] {
  return [
    ...(isId(answer.idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
    ...(answer.askedOn >= first && answer.askedOn <= today ? [] : [ruled('INVALID', 'ASKED_WHEN', ['input', 'askedOn'])]),
    ...textProblems(answer.note, { field: ['input', 'note'], max: noteLength }),
  ];
}

export const reasonProblems = (reason: string | null | undefined): RoomProblem[] =>
  textProblems(reason, { field: ['reason'], max: noteLength });

export function refusalProblem(reason: Refusal): RoomProblem {
  if (reason === 'ENDED') return ruled('INVALID_STATE', 'DORMANCY_ENDED', ['id']);
  if (reason === 'UNANSWERED') return ruled('INVALID_STATE', 'DORMANCY_UNANSWERED', ['decision']);
  if (reason === 'REASON_MISSING') return ruled('BLANK', 'DORMANCY_REASON', ['reason']);
  return problem(reason, ['id']);
}
