/**
 * Which report leads, and in which order the board stands (R31). Pure, and without the clock: what leads now leads until somebody says
 * something else, and minutes of power count down towards a moment that is fixed.
 */
import { type Problem, problem } from '@heya/service-common/errors';
import { textProblems } from '../vitals/index.ts';

export const statuses = [
  'SAFE',
  'SLIGHTLY_INJURED',
  'SEVERELY_INJURED',
  'NEEDS_RESCUE',
  'UNREACHABLE',
  'DECEASED',
  'NOT_CONFIRMED',
] as const;
export type SafetyStatus = (typeof statuses)[number];
export const places = ['HOME', 'SHELTER', 'HOSPITAL', 'RELATIVE', 'OTHER'] as const;
export type SafetyPlace = (typeof places)[number];
export const evidences = ['MET', 'PHONED', 'HEARSAY'] as const;
export type SafetyEvidence = (typeof evidences)[number];

const minuteMs = 60_000;
/**
 * How much later news of a less direct kind has to be before it leads: who was met has not been overtaken by what somebody heard an hour
 * later, and is by what was heard the next morning.
 */
const headStartMs: Record<SafetyEvidence, number> = { MET: 360 * minuteMs, PHONED: 120 * minuteMs, HEARSAY: 0 };

/** What decides of a report. */
export interface Said {
  id: string;
  status: SafetyStatus;
  evidence: SafetyEvidence;
  observedAt: Date;
  reportedAt: Date;
  powerMinutesLeft: number | null;
  retractedAt: Date | null;
  reportedById: string;
}

const weight = ({ observedAt, evidence }: Said): number => observedAt.getTime() + headStartMs[evidence];
const keyOf = (said: Said): [number, number, number, string] => [
  weight(said),
  headStartMs[said.evidence],
  said.reportedAt.getTime(),
  said.id,
];

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return 0;
  return (a[place] as number) < (b[place] as number) ? -1 : 1;
}

/** The more direct and newer first; a total order, so that everybody sees the same. */
export const byLead = (a: Said, b: Said): number => compareKeys(keyOf(b), keyOf(a));
const byTime = (a: Said, b: Said): number =>
  b.observedAt.getTime() - a.observedAt.getTime() || b.reportedAt.getTime() - a.reportedAt.getTime() || byLead(a, b);

/** Whoever reports again has thought better of what they said before: of each person the newest word counts. */
function lastWords<T extends Said>(valid: readonly T[]): T[] {
  const newest = valid.toSorted(byTime);
  return newest.filter((said, index) => newest.findIndex(({ reportedById }) => reportedById === said.reportedById) === index);
}

/** How bad it is; the more, the sooner somebody has to go. */
const severity: Record<SafetyStatus, number> = {
  NOT_CONFIRMED: 6,
  UNREACHABLE: 5,
  NEEDS_RESCUE: 4,
  SEVERELY_INJURED: 3,
  DECEASED: 2,
  SLIGHTLY_INJURED: 1,
  SAFE: 0,
};

export interface Stand<T extends Said = Said> {
  status: SafetyStatus;
  lead: T | null;
  /** All of them, the leading one first, then the newest. */
  all: readonly T[];
  /** When the power runs out, by whoever spoke of it last. */
  powerEndsAt: Date | null;
  /** Somebody saw something worse, later than what leads. */
  isContradicted: boolean;
}

/** @returns how somebody stands by what was reported of them */
export function standOf<T extends Said>(reports: readonly T[]): Stand<T> {
  const valid = reports.filter(({ retractedAt }) => retractedAt === null);
  const [lead] = lastWords(valid).toSorted(byLead);
  const all = [...(lead ? [lead] : []), ...reports.filter((said) => said !== lead).toSorted(byTime)];
  const power = valid.filter(({ powerMinutesLeft }) => powerMinutesLeft !== null).toSorted(byTime)[0];
  return {
    status: lead?.status ?? 'NOT_CONFIRMED',
    lead: lead ?? null,
    all,
    powerEndsAt: power ? new Date(power.observedAt.getTime() + (power.powerMinutesLeft ?? 0) * minuteMs) : null,
    isContradicted: lead !== undefined && valid.some((said) => said.observedAt > lead.observedAt && isWorse(said.status, lead.status)),
  };
}

const isWorse = (a: SafetyStatus, b: SafetyStatus): boolean => severity[a] > severity[b];

const isUnaccounted = (status: SafetyStatus): boolean => status === 'NOT_CONFIRMED' || status === 'UNREACHABLE';

/** Unaccounted first, then by when the power runs out, then the worst; the same for everybody, and it does not move with the clock. */
export const boardKey = (
  { status, powerEndsAt }: Pick<Stand, 'status' | 'powerEndsAt'>,
  patientId: string,
): [number, number, number, string] => [
  isUnaccounted(status) ? 0 : 1,
  powerEndsAt?.getTime() ?? Number.MAX_SAFE_INTEGER,
  -severity[status],
  patientId,
];
export const compareBoard = compareKeys;

/** What is sent. */
export interface ReportDraft {
  status: SafetyStatus;
  evidence: SafetyEvidence;
  observedAt: Date;
  place?: SafetyPlace | null;
  placeNote?: string | null;
  needs?: string | null;
  note?: string | null;
  device?: string | null;
  powerMinutesLeft?: number | null;
}

type Code = 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED';
export const powerLimits = { min: 0, max: 100_000 } as const;
/** A device's clock may be a little fast (R24). */
const clockSlackMs = 5 * minuteMs;
const textLength = { placeNote: 200, needs: 500, note: 500, device: 100 } as const;

export function reportProblems(draft: ReportDraft, startedAt: Date, now: Date): Problem<Code>[] {
  const { status, observedAt, powerMinutesLeft: power } = draft;
  const found: Problem<Code>[] = [];
  if (status === 'NOT_CONFIRMED') found.push(problem('INVALID', ['input', 'status']));
  if (observedAt.getTime() > now.getTime() + clockSlackMs) found.push(problem('INVALID', ['input', 'observedAt'], { future: 1 }));
  // What was known a day before anything happened is no answer to it.
  if (observedAt.getTime() < startedAt.getTime() - 24 * 60 * minuteMs) found.push(problem('INVALID', ['input', 'observedAt'], { past: 1 }));
  if (power !== null && power !== undefined && (!Number.isInteger(power) || power < powerLimits.min || power > powerLimits.max))
    found.push(problem('INVALID', ['input', 'powerMinutesLeft'], { power: 1 }));
  for (const [name, max] of Object.entries(textLength))
    found.push(...textProblems(draft[name as keyof typeof textLength], max, ['input', name]));
  return found;
}

/** How a check went: who was answered for, how soon, by which facility. */
export interface Outcome {
  subjectCount: number;
  answeredCount: number;
  answeredWithin: { minutes: number; count: number }[];
  facilities: { name: string; patientCount: number; reportCount: number }[];
}

type Counted = Said & { facilityName: string | null };

export function outcomeOf(stands: readonly Stand<Counted>[], startedAt: Date): Outcome {
  const firsts = stands.flatMap(({ all }) => {
    const times = all.filter(({ retractedAt }) => retractedAt === null).map(({ reportedAt }) => reportedAt.getTime());
    return times.length > 0 ? [Math.min(...times)] : [];
  });
  const facilities = new Map<string, { patients: Set<number>; reportCount: number }>();
  for (const [index, { all }] of stands.entries())
    for (const { facilityName, retractedAt } of all) {
      if (!facilityName || retractedAt) continue;
      const known = facilities.get(facilityName) ?? { patients: new Set(), reportCount: 0 };
      known.patients.add(index);
      facilities.set(facilityName, { ...known, reportCount: known.reportCount + 1 });
    }
  return {
    subjectCount: stands.length,
    answeredCount: firsts.length,
    answeredWithin: [10, 30, 60].map((minutes) => ({
      minutes,
      count: firsts.filter((at) => at <= startedAt.getTime() + minutes * minuteMs).length,
    })),
    facilities: [...facilities]
      .map(([name, { patients, reportCount }]) => ({ name, patientCount: patients.size, reportCount }))
      .toSorted((a, b) => b.patientCount - a.patientCount || (a.name < b.name ? -1 : 1)),
  };
}

/** How many stand how; every status, in the order in which it matters. */
export const talliesOf = (stands: readonly Pick<Stand, 'status'>[]): { status: SafetyStatus; count: number }[] =>
  statuses
    .toSorted((a, b) => severity[b] - severity[a])
    .map((status) => ({ status, count: stands.filter((stand) => stand.status === status).length }));
