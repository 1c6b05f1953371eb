/** How the review of an unused room goes on, whoever or whatever moves it (R17). Pure. */
import type { DormancyDecision, DormancyOutcome } from './dormancy.entity.ts';

/** A room is unused when nobody has written for so many months. */
export const dormantAfterMonths = 12;

export interface Progress {
  decision: DormancyDecision | null;
  outcome: DormancyOutcome | null;
  /** Whether each of them wants to keep the room; null: not answered. The newest answer counts. */
  applicantKeeps: boolean | null;
  patientKeeps: boolean | null;
  isRoomOpen: boolean;
}

export type DormancyState = 'ASKING' | 'CLOSURE_ASKED' | DormancyOutcome;
export type DormancyRefusal = 'ENDED' | 'UNANSWERED' | 'REASON_MISSING';
type Refused = { ok: false; reason: DormancyRefusal };
/** REPEATED: decided so already. */
type Decided = { ok: true; effect: 'KEEP' | 'ASK_CLOSURE' | 'REPEATED' } | Refused;

export const stateOf = ({ decision, outcome }: Pick<Progress, 'decision' | 'outcome'>): DormancyState =>
  outcome ?? (decision === 'CLOSE' ? 'CLOSURE_ASKED' : 'ASKING');

/** Also after it was decided to close: whoever changes their mind is heard until the room is closed. */
export const canRecord = ({ outcome, isRoomOpen }: Pick<Progress, 'outcome' | 'isRoomOpen'>): boolean => outcome === null && isRoomOpen;

/** Only once both were asked and have answered; other than both said, only with a reason. */
export function decide(progress: Progress, decision: DormancyDecision, hasReason: boolean): Decided {
  if (!canRecord(progress)) return { ok: false, reason: 'ENDED' };
  const { applicantKeeps, patientKeeps } = progress;
  if (applicantKeeps === null || patientKeeps === null) return { ok: false, reason: 'UNANSWERED' };
  if (decision === progress.decision) return { ok: true, effect: 'REPEATED' };
  const keep = decision === 'KEEP';
  const isAsBothSaid = applicantKeeps === keep && patientKeeps === keep;
  if (!isAsBothSaid && !hasReason) return { ok: false, reason: 'REASON_MISSING' };
  return { ok: true, effect: keep ? 'KEEP' : 'ASK_CLOSURE' };
}

/** @returns the day so many months before, or the last one of that month */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
