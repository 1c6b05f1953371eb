/** The way of form 4-1 from receipt to room (R11, R12). Pure: no sequence of moves may open a room without the guard. */
import type { ApplicationState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import type { RoomProblem } from '../platform/index.ts';

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

export interface GuardFacts {
  consentInForce: boolean;
  members: readonly { role: string; isSteward: boolean; hasActiveId: boolean }[];
}

/** R12: consent active ∧ approved by another than who checked ∧ exactly one steward ∧ all IDs active; one problem per part that fails. */
export function execute(from: ApplicationProgress, { consentInForce, members }: GuardFacts): Step {
  const approvedByTwo = from.checkedBy !== null && from.decidedBy !== null && from.checkedBy !== from.decidedBy;
  const stewards = members.filter(({ isSteward, role }) => isSteward && role === 'CARE_TEAM');
  const problems: RoomProblem[] = [
    ...(from.status === 'APPROVED' && approvedByTwo ? [] : [problem('INVALID_STATE' as const, ['id'])]),
    ...(consentInForce ? [] : [problem('CONSENT_REQUIRED' as const, ['id'])]),
    ...(stewards.length === 1 && members.filter(({ isSteward }) => isSteward).length === 1
      ? []
      : [problem('STEWARD_REQUIRED' as const, ['id'])]),
    ...members.flatMap(({ hasActiveId }, index) => (hasActiveId ? [] : [problem('MEMBER_HAS_NO_ID' as const, ['members', String(index)])])),
  ];
  return problems.length > 0 ? refuse(...problems) : { ok: true, next: { ...from, status: 'COMPLETED' } };
}

export const canWithdraw = ({ status }: ApplicationProgress): boolean => openForWithdrawal.includes(status);

export const canReview = ({ status, checkedBy }: ApplicationProgress, officerId: string): boolean =>
  status === 'SUBMITTED' || (status === 'IN_REVIEW' && checkedBy !== officerId);

export const canExecute = ({ status }: ApplicationProgress): boolean => status === 'APPROVED';
