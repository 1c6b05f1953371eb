/** Who takes a room along, and what they have to say for it (R35). Pure. */
import { problem } from '@heya/service-common/errors';
import type { Viewer } from '@heya/service-common/viewer';
import { type RoomProblem, textProblems, tidyText } from '../platform/index.ts';
import type { ExportState } from './take-along.entity.ts';

/** How long a package waits to be fetched, and how long a link opens it. */
export const waitsHours = 24;
export const linkMinutes = 10;
/** A larger room is taken along by the center's own means. */
export const mostBytes = 64 * 1024 * 1024;
/** Before it is packed: it is in memory once. */
export const mostUnpacked = 2 * mostBytes;
export const mostAttempts = 3;
/** Orders of one person for one room within a day. */
export const mostADay = 10;
const reasonLength = { min: 10, max: 300 };

/** What the database says of a room and the viewer, in the statement that reads it. */
export interface RoomToExport {
  /** The viewer takes part in it. */
  isMember: boolean;
  consentInForce: boolean;
  /** Patient, steward, applicant or named by form 4-3, with the class DEMOGRAPHICS open to them. */
  mayExport: boolean;
}

export interface ExportFacts {
  askedBy: string;
  state: ExportState;
  mayExport: boolean;
  hasExpired: boolean;
}

export type ExportRefusal = 'NOT_FOUND' | 'FORBIDDEN' | 'CONSENT_REQUIRED' | 'PROOF_REQUIRED' | 'INVALID_STATE';
export type ExportDecision = { allowed: true } | { allowed: false; reason: ExportRefusal };

const refuse = (reason: ExportRefusal): ExportDecision => ({ allowed: false, reason });
const allow: ExportDecision = { allowed: true };

export function canOrder(viewer: Viewer, room: RoomToExport | undefined, isProved: boolean): ExportDecision {
  if (viewer.type !== 'person' || !room?.isMember) return refuse('NOT_FOUND');
  if (!room.consentInForce) return refuse('CONSENT_REQUIRED');
  if (!room.mayExport) return refuse('FORBIDDEN');
  return isProved ? allow : refuse('PROOF_REQUIRED');
}

const ended: readonly ExportState[] = ['TAKEN', 'EXPIRED', 'CANCELLED', 'FAILED'];

/** LINK: make a link that opens it once. CANCEL: it is not wanted any more. */
export function can(viewer: Viewer, action: 'SEE' | 'LINK' | 'CANCEL', facts: ExportFacts | undefined): ExportDecision {
  if (!facts || viewer.type !== 'person' || facts.askedBy !== viewer.userId) return refuse('NOT_FOUND');
  if (action === 'SEE') return allow;
  if (action === 'CANCEL') return ended.includes(facts.state) ? refuse('INVALID_STATE') : allow;
  if (!facts.mayExport) return refuse('CONSENT_REQUIRED');
  return facts.state === 'READY' && !facts.hasExpired ? allow : refuse('INVALID_STATE');
}

export const refusalProblem = (reason: ExportRefusal, field: string[]): RoomProblem => problem(reason, field);

/** Ten to three hundred characters, no My Number (R21): it stands in the package and in the record. */
export function reasonProblems(reason: string): RoomProblem[] {
  const problems = textProblems(reason, { field: ['reason'], max: reasonLength.max, required: true });
  if (problems.length > 0) return problems;
  return [...tidyText(reason)].length < reasonLength.min ? [problem('INVALID', ['reason'])] : [];
}
