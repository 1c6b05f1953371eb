/** Who sees how a room ends, and who keeps it from being erased (R16). Pure. */
import type { MemberRole } from '@heya/schema/events';
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { problem } from '@heya/service-common/errors';
import { type RoomProblem, textProblems } from '../platform/index.ts';

export interface RetentionFacts {
  districtId: string;
  /** The viewer's own role in the room, now. */
  viewerRole: MemberRole | null;
  /** A legal hold stands. */
  isHeld: boolean;
  /** Its hold is over by the day. */
  isHoldOver: boolean;
  /** Who has said that it is erased, in their order. */
  confirmedBy: readonly string[];
  /** Erasing has begun: nothing is changed from there. */
  isPurged: boolean;
}

export type RetentionAction = 'SEE' | 'READ_REASONS' | 'HOLD' | 'LIFT' | 'PURGE';
type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID_STATE';
type Decision = { allowed: true; authority: 'MEMBERSHIP' | 'REVIEW' } | { allowed: false; reason: Refusal };

const refuse = (reason: Refusal): Decision => ({ allowed: false, reason });

/** Its members see the dates and that it is held; officers of the district see why, and set and lift legal holds. */
export function can(viewer: Viewer, action: RetentionAction, facts: RetentionFacts | undefined): Decision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  const isCenter = isOfficer(viewer) && viewer.districtId === facts.districtId;
  if (!isCenter) {
    if (facts.viewerRole === null) return refuse('NOT_FOUND');
    return action === 'SEE' ? { allowed: true, authority: 'MEMBERSHIP' } : refuse('FORBIDDEN');
  }
  if (action !== 'SEE' && action !== 'READ_REASONS' && !isPossible(viewer.userId, action, facts)) return refuse('INVALID_STATE');
  return { allowed: true, authority: 'REVIEW' };
}

/** A legal hold stands once; two officers, each once, say that a room is erased whose hold is over and which nothing holds. */
function isPossible(officerId: string, action: 'HOLD' | 'LIFT' | 'PURGE', facts: RetentionFacts): boolean {
  if (facts.isPurged) return false;
  if (action === 'HOLD') return !facts.isHeld;
  if (action === 'LIFT') return facts.isHeld;
  return facts.isHoldOver && !facts.isHeld && facts.confirmedBy.length < 2 && !facts.confirmedBy.includes(officerId);
}

export const refusalProblem = (reason: Refusal): RoomProblem => problem(reason, ['roomId']);

const reasonLength = 300;

export const reasonProblems = (reason: string): RoomProblem[] =>
  textProblems(reason, { field: ['input', 'reason'], max: reasonLength, required: true });
