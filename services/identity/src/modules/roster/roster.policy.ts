/** Who confirms a roster, which year's, and by when (R15). Pure. Days are calendar days in Japan, `2026-06-30`. */
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import type { RosterAnswer } from './roster.entity.ts';

export interface RosterFacts {
  districtId: string;
  /** Whether the viewer administers the facility today. */
  isAdministrator: boolean;
}

/** Those who know their people confirm; the center looks. */
export function can(viewer: Viewer, action: 'SEE' | 'CONFIRM', { districtId, isAdministrator }: RosterFacts): Decision {
  if (!isPerson(viewer) || viewer.districtId !== districtId) return deny('ABSENT');
  if (isOfficer(viewer)) return action === 'SEE' ? allow('CENTER') : deny('ROLE');
  return isAdministrator ? allow('FACILITY_ADMIN') : deny('ROLE');
}

export interface Period {
  year: number;
  /** Null: the district asks nobody. */
  dueOn: string | null;
  isOverdue: boolean;
}

export interface PeriodFacts {
  /** What the district has set; that day of every later year as well. */
  firstDueOn: string | null;
  /** Since when the facility has staff; null: nobody yet. */
  beganOn: string | null;
  /** Years that have been confirmed. */
  confirmed: readonly number[];
}

/** So long before its day a roster is asked for; whoever has begun in that time is asked the year after. */
const askedDays = 90;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** @returns the year that is to be confirmed on this day, or was confirmed last */
export function periodOf(today: string, { firstDueOn, beganOn, confirmed }: PeriodFacts): Period {
  if (!firstDueOn) return { year: yearOf(today), dueOn: null, isOverdue: false };
  const next = nextDue(today, firstDueOn);
  const upcoming = { year: yearOf(next), dueOn: next, isOverdue: false };
  const last = lastDue(today, firstDueOn);
  if (!last || daysBefore(next, askedDays) <= today || !isAsked(last, beganOn)) return upcoming;
  return { year: yearOf(last), dueOn: last, isOverdue: !confirmed.includes(yearOf(last)) };
}

/** @returns the newest day that has passed, or null before the first */
export function lastDue(today: string, firstDueOn: string): string | null {
  const inThisYear = dueIn(yearOf(today), firstDueOn);
  const last = inThisYear < today ? inThisYear : dueIn(yearOf(today) - 1, firstDueOn);
  return last >= firstDueOn ? last : null;
}

/** Who had staff before this day is asked. */
export const askedSince = (dueOn: string): string => daysBefore(dueOn, askedDays);

const isAsked = (dueOn: string, beganOn: string | null): boolean => beganOn !== null && beganOn <= askedSince(dueOn);

function nextDue(today: string, firstDueOn: string): string {
  if (today <= firstDueOn) return firstDueOn;
  const inThisYear = dueIn(yearOf(today), firstDueOn);
  return inThisYear < today ? dueIn(yearOf(today) + 1, firstDueOn) : inThisYear;
}

function dueIn(year: number, firstDueOn: string): string {
  const [, month = '', day = ''] = firstDueOn.split('-');
  const lastOfMonth = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(Math.min(Number(day), lastOfMonth)).padStart(2, '0')}`;
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

export interface TypedEntry {
  userId: string;
  answer: RosterAnswer;
  note?: string | null;
}

const mostPeople = 500;

/** @returns each person's answer once, with notes in one form, or what is wrong */
export function readEntries(
  typed: readonly TypedEntry[],
): { entries: Map<string, Required<TypedEntry>> } | { problems: IdentityProblem[] } {
  const field = ['input', 'entries'];
  if (typed.length > mostPeople || new Set(typed.map(({ userId }) => userId.toLowerCase())).size < typed.length)
    return { problems: [{ code: 'INVALID', field }] };
  const problems: IdentityProblem[] = [];
  const entries = new Map<string, Required<TypedEntry>>();
  for (const [index, { userId, answer, note }] of typed.entries()) {
    const read = note?.trim() ? readReason(note, [...field, String(index), 'note']) : { text: null };
    if ('problem' in read) problems.push(read.problem);
    else entries.set(userId.toLowerCase(), { userId: userId.toLowerCase(), answer, note: read.text });
  }
  return problems.length > 0 ? { problems } : { entries };
}
