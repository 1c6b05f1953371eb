/** The way of forms 2-1-1 and 2-1-2 from receipt to IDs (R2, R12). Pure: no order of moves issues an ID without two officers and a pledge. */
import type { ApplicationState } from '@heya/schema/events';
import type { FormProblem } from './form-problem.errors.ts';

export const reviewDecisions = ['APPROVE', 'RETURN', 'REJECT'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export interface ApplicationProgress {
  status: ApplicationState;
  checkedBy: string | null;
  decidedBy: string | null;
}

export type Step = { ok: true; next: ApplicationProgress } | { ok: false; problems: FormProblem[] };

const inReview: readonly ApplicationState[] = ['SUBMITTED', 'IN_REVIEW'];
const withdrawable: readonly ApplicationState[] = ['SUBMITTED', 'IN_REVIEW', 'RETURNED'];
const refuse = (problem: FormProblem): Step => ({ ok: false, problems: [problem] });

/** The clerk who checked is never the officer who approves (R12). @param hasIds some of its people have their ID, and keep it */
export function review(from: ApplicationProgress, decision: ReviewDecision, officerId: string, hasIds = false): Step {
  if (!inReview.includes(from.status)) return refuse({ code: 'INVALID_STATE', field: ['id'] });
  if (decision === 'RETURN') return { ok: true, next: { ...from, status: 'RETURNED', decidedBy: officerId } };
  if (decision === 'REJECT' && hasIds) return refuse({ code: 'INVALID_STATE', field: ['input', 'decision'], hint: 'PARTLY_ISSUED' });
  if (decision === 'REJECT') return { ok: true, next: { ...from, status: 'REJECTED', decidedBy: officerId } };
  if (from.status === 'SUBMITTED') return { ok: true, next: { status: 'IN_REVIEW', checkedBy: officerId, decidedBy: null } };
  if (from.checkedBy === officerId) return refuse({ code: 'FORBIDDEN', field: ['input', 'decision'], hint: 'SAME_OFFICER' });
  return { ok: true, next: { ...from, status: 'APPROVED', decidedBy: officerId } };
}

/** Mended and filed again: whoever looked at it before has not seen this. */
export function resubmit(from: ApplicationProgress): Step {
  if (from.status !== 'RETURNED') return refuse({ code: 'INVALID_STATE', field: ['input', 'receiptNumber'], hint: 'NOT_RETURNED' });
  return { ok: true, next: { status: 'SUBMITTED', checkedBy: null, decidedBy: null } };
}

export function withdraw(from: ApplicationProgress, hasIds = false): Step {
  if (!canWithdraw(from, hasIds)) return refuse({ code: 'INVALID_STATE', field: ['id'], hint: 'NOT_WITHDRAWABLE' });
  return { ok: true, next: { ...from, status: 'WITHDRAWN' } };
}

export interface IssueFacts {
  /** Form 1-1 is signed by the facility (R1). */
  hasPledge: boolean;
  /** Somebody still has to confirm that an ID from elsewhere is theirs (R3). */
  waitsForPeople: boolean;
}

/** R1, R2: approved by another than who checked ∧ pledged. */
export function issue(from: ApplicationProgress, { hasPledge, waitsForPeople }: IssueFacts): Step {
  const byTwo = from.checkedBy !== null && from.decidedBy !== null && from.checkedBy !== from.decidedBy;
  if (from.status !== 'APPROVED' || !byTwo) return refuse({ code: 'INVALID_STATE', field: ['id'] });
  if (!hasPledge) return refuse({ code: 'PLEDGE_REQUIRED', field: ['id'] });
  return { ok: true, next: { ...from, status: waitsForPeople ? 'APPROVED' : 'COMPLETED' } };
}

/** The holder of an ID says that it is somebody else: who approves decides anew, who checked has checked. */
export function decline(from: ApplicationProgress): Step {
  if (from.status !== 'APPROVED') return refuse({ code: 'INVALID_STATE', field: ['id'] });
  return { ok: true, next: { ...from, status: 'IN_REVIEW', decidedBy: null } };
}

export const canReview = ({ status, checkedBy }: ApplicationProgress, officerId: string): boolean =>
  status === 'SUBMITTED' || (status === 'IN_REVIEW' && checkedBy !== officerId);

export const canWithdraw = ({ status }: ApplicationProgress, hasIds = false): boolean => withdrawable.includes(status) && !hasIds;
