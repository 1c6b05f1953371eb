/** The center's look into a room (R18). Pure. */
import type { RoomState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { type RoomProblem, textProblems, tidyText } from '../platform/index.ts';

/** A look ends by itself. */
export const inspectionMinutes = 60;
const reasonLength = { min: 10, max: 300 };

/** What an officer of the district may know of a room before a look. */
export interface RoomToInspectFacts {
  districtId: string;
  status: RoomState;
  consentInForce: boolean;
  /** A look of this officer runs already. */
  isRunning?: boolean;
}

export interface InspectionFacts {
  officerId: string;
  /** By the clock. */
  isRunning: boolean;
  /** The viewer takes part in the room. */
  isMember: boolean;
}

export type InspectionRefusal = 'NOT_FOUND' | 'PURGED' | 'CONSENT_REQUIRED' | 'ALREADY_RUNNING' | 'ENDED';
export type InspectionDecision =
  | { allowed: true; authority: 'REVIEW' | 'INSPECTION' | 'MEMBERSHIP' }
  | { allowed: false; reason: InspectionRefusal };

const refuse = (reason: InspectionRefusal): InspectionDecision => ({ allowed: false, reason });

/** FIND: that the room exists. START: to look into it, as far as a consent in force opens it to the care team (R10). */
export function canInspect(viewer: Viewer, action: 'FIND' | 'START', facts: RoomToInspectFacts | undefined): InspectionDecision {
  if (!facts || !isOfficer(viewer) || facts.districtId !== viewer.districtId) return refuse('NOT_FOUND');
  if (action === 'FIND') return { allowed: true, authority: 'REVIEW' };
  if (facts.status === 'PURGED') return refuse('PURGED');
  if (!facts.consentInForce) return refuse('CONSENT_REQUIRED');
  return facts.isRunning ? refuse('ALREADY_RUNNING') : { allowed: true, authority: 'INSPECTION' };
}

/** The room sees every look at it; only who began one ends it before its time. */
export function can(viewer: Viewer, action: 'SEE' | 'END', facts: InspectionFacts | undefined): InspectionDecision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  const isOwn = isOfficer(viewer) && facts.officerId === viewer.userId;
  if (action === 'SEE') {
    if (facts.isMember) return { allowed: true, authority: 'MEMBERSHIP' };
    return isOwn ? { allowed: true, authority: 'INSPECTION' } : refuse('NOT_FOUND');
  }
  if (!isOwn) return refuse('NOT_FOUND');
  return facts.isRunning ? { allowed: true, authority: 'INSPECTION' } : refuse('ENDED');
}

const codes = {
  NOT_FOUND: 'NOT_FOUND',
  PURGED: 'INVALID_STATE',
  ENDED: 'INVALID_STATE',
  CONSENT_REQUIRED: 'CONSENT_REQUIRED',
  ALREADY_RUNNING: 'ALREADY_EXISTS',
} as const;

export const refusalProblem = (reason: InspectionRefusal, field: string[]): RoomProblem => problem(codes[reason], field);

/** A reason that the room can understand: ten to three hundred characters, no My Number (R18, R21). */
export function reasonProblems(reason: string): RoomProblem[] {
  const field = ['input', 'reason'];
  const problems = textProblems(reason, { field, max: reasonLength.max, required: true });
  if (problems.length > 0) return problems;
  return [...tidyText(reason)].length < reasonLength.min ? [problem('INVALID', field)] : [];
}
