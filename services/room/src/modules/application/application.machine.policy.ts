/** The way of forms 4-1, 4-2 and 4-3 from receipt to what they ask for (R11, R12, R14, R16). Pure: no sequence of moves goes past the guard. */
import type { ApplicationState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { type RoomProblem, ruled } from '../platform/index.ts';

export const reviewDecisions = ['APPROVE', 'RETURN', 'REJECT'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export interface ApplicationProgress {
  status: ApplicationState;
  checkedBy: string | null;
  decidedBy: string | null;
}

export type Step = { ok: true; next: ApplicationProgress } | { ok: false; problems: RoomProblem[] };

const openForReview: readonly ApplicationState[] = ['SUBMITTED', 'IN_REVIEW'];
const openForWithdrawal: readonly ApplicationState[] = ['SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED'];
const refuse = (...problems: RoomProblem[]): Step => ({ ok: false, problems });

/** The clerk who checked is never the officer who approves (R12). */
export function review(from: ApplicationProgress, decision: ReviewDecision, officerId: string): Step {
  if (!openForReview.includes(from.status)) return refuse(problem('INVALID_STATE', ['id']));
  if (decision === 'RETURN') return { ok: true, next: { ...from, status: 'RETURNED', decidedBy: officerId } };
  if (decision === 'REJECT') return { ok: true, next: { ...from, status: 'REJECTED', decidedBy: officerId } };
  if (from.status === 'SUBMITTED') return { ok: true, next: { status: 'IN_REVIEW', checkedBy: officerId, decidedBy: null } };
  if (from.checkedBy === officerId) return refuse(problem('FORBIDDEN', ['input', 'decision']));
  return { ok: true, next: { ...from, status: 'APPROVED', decidedBy: officerId } };
}

export function withdraw(from: ApplicationProgress): Step {
  if (!openForWithdrawal.includes(from.status)) return refuse(problem('INVALID_STATE', ['id']));
  return { ok: true, next: { ...from, status: 'WITHDRAWN' } };
}

/** What was returned and mended begins anew: it is checked again, by whom it may be. */
export function resubmit(from: ApplicationProgress): Step {
  if (from.status !== 'RETURNED') return refuse(problem('INVALID_STATE', ['id']));
  return { ok: true, next: { status: 'SUBMITTED', checkedBy: null, decidedBy: null } };
}

const approvalProblems = ({ status, checkedBy, decidedBy }: ApplicationProgress): RoomProblem[] =>
  status === 'APPROVED' && checkedBy !== null && decidedBy !== null && checkedBy !== decidedBy ? [] : [problem('INVALID_STATE', ['id'])];

const carriedOut = (from: ApplicationProgress, problems: readonly RoomProblem[]): Step =>
  problems.length > 0 ? refuse(...problems) : { ok: true, next: { ...from, status: 'COMPLETED' } };

export interface GuardFacts {
  consentInForce: boolean;
  members: readonly { role: string; isSteward: boolean; hasActiveId: boolean }[];
}

/** R12: consent active ∧ approved by another than who checked ∧ exactly one steward ∧ all IDs active; one problem per part that fails. */
export function execute(from: ApplicationProgress, { consentInForce, members }: GuardFacts): Step {
  const stewards = members.filter(({ isSteward, role }) => isSteward && role === 'CARE_TEAM');
  return carriedOut(from, [
    ...approvalProblems(from),
    ...(consentInForce ? [] : [problem('CONSENT_REQUIRED' as const, ['id'])]),
    ...(stewards.length === 1 && members.filter(({ isSteward }) => isSteward).length === 1
      ? []
      : [problem('STEWARD_REQUIRED' as const, ['id'])]),
    ...members.flatMap(({ hasActiveId }, index) => (hasActiveId ? [] : [problem('MEMBER_HAS_NO_ID' as const, ['members', String(index)])])),
  ]);
}

export interface ChangeGuardFacts {
  isRoomOpen: boolean;
  consentInForce: boolean;
  /** Whom the form adds. */
  additions: readonly { hasActiveId: boolean; isPresent: boolean }[];
  /** Whether the new steward is still there to take the seat; null: the form names none. */
  canStewardFollow: boolean | null;
}

/** R14: nobody comes in, and no seat passes on by review, unless all of it still holds at this moment. */
export function executeChange(from: ApplicationProgress, facts: ChangeGuardFacts): Step {
  const { isRoomOpen, consentInForce, additions, canStewardFollow } = facts;
  // What it is held against is told to nobody before it is approved.
  const unapproved = approvalProblems(from);
  if (unapproved.length > 0) return refuse(...unapproved);
  return carriedOut(from, [
    ...(isRoomOpen ? [] : [ruled('INVALID_STATE', 'ROOM_NOT_OPEN', ['id'])]),
    ...(consentInForce || additions.length === 0 ? [] : [problem('CONSENT_REQUIRED' as const, ['id'])]),
    ...additions.flatMap(({ hasActiveId, isPresent }, index): RoomProblem[] => [
      ...(hasActiveId ? [] : [problem('MEMBER_HAS_NO_ID' as const, ['add', String(index)])]),
      ...(isPresent ? [ruled('ALREADY_EXISTS', 'MEMBER_ALREADY', ['add', String(index)])] : []),
    ]),
    ...(canStewardFollow === false ? [ruled('STEWARD_REQUIRED', 'STEWARD_NOT_PRESENT', ['id'])] : []),
  ]);
}

/** R16: closed once, by two. */
export function executeClosure(from: ApplicationProgress, { isRoomOpen }: { isRoomOpen: boolean }): Step {
  const unapproved = approvalProblems(from);
  return carriedOut(from, unapproved.length > 0 || isRoomOpen ? unapproved : [ruled('INVALID_STATE', 'ROOM_NOT_OPEN', ['id'])]);
}

export const canResubmit = (from: ApplicationProgress): boolean => resubmit(from).ok;

export const canWithdraw = ({ status }: ApplicationProgress): boolean => openForWithdrawal.includes(status);

export const canReview = ({ status, checkedBy }: ApplicationProgress, officerId: string): boolean =>
  status === 'SUBMITTED' || (status === 'IN_REVIEW' && checkedBy !== officerId);

export const canExecute = ({ status }: ApplicationProgress): boolean => status === 'APPROVED';
