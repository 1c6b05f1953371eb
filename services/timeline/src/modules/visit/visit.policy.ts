/** Rules for the facts of a visit (infra/decisions/0033). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { textProblems } from '../vitals/index.ts';

export interface VisitDraft {
  /** ISO calendar day. */
  nextVisitOn?: string | null;
  planChanged: boolean;
  planChange?: string | null;
  careAdvice?: string | null;
  wishes?: string | null;
}

type VisitProblemCode = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED';

export const visitTextLength = 1000;
const texts = ['planChange', 'careAdvice', 'wishes'] as const;

/** Whose visits these are. */
const professions = ['PHYSICIAN', 'DENTIST'];
export const mayRecordVisit = (profession: string | null | undefined): boolean => professions.includes(profession ?? '');

/** @param path where the visit stands in the input @param seenAt when it was */
export function visitProblems(draft: VisitDraft, seenAt: Date, path: string[]): Problem<VisitProblemCode>[] {
  const { nextVisitOn, planChanged, planChange } = draft;
  return [
    ...(planChanged && !planChange?.trim() ? [problem('BLANK' as const, [...path, 'planChange'])] : []),
    ...(!planChanged && planChange?.trim() ? [problem('INVALID' as const, [...path, 'planChange'])] : []),
    ...(nextVisitOn && !isDayAfter(nextVisitOn, seenAt) ? [problem('INVALID' as const, [...path, 'nextVisitOn'])] : []),
    ...texts.flatMap((name) => textProblems(draft[name], visitTextLength, [...path, name])),
  ];
}

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** A day that there is, on or after the visit's own in Japan, within two years. */
function isDayAfter(day: string, visit: Date): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return false;
  return day >= inJapan.format(visit) && at.getTime() - visit.getTime() < 2 * 366 * 86_400_000;
}
