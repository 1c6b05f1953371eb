/** Rules for measured values (R24): what is refused, what is asked again, what stands out. Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import type { PersonViewer } from '@heya/service-common/viewer';
import { containsMyNumber } from '@heya/service-common/my-number';
import { type LifeDraft, lifeProblems, toLife } from './vitals.life.ts';
import { oxygenLimits, type VitalKind, type VitalLimits, vitalLimits } from './vitals.limits.ts';

export const vitalFlags = ['NORMAL', 'LOW', 'HIGH', 'CRITICAL_LOW', 'CRITICAL_HIGH'] as const;
export type VitalFlag = (typeof vitalFlags)[number];
export type VitalContext = 'AT_REST' | 'AFTER_EXERCISE' | 'BEFORE_MEAL' | 'AFTER_MEAL' | 'ON_OXYGEN' | 'ROOM_AIR';

export interface Measurement {
  kind: VitalKind;
  value: number;
  context?: VitalContext | null;
}

export const vitalSources = ['MANUAL', 'DEVICE', 'API'] as const;
export type VitalSource = (typeof vitalSources)[number];

export interface VitalsDraft extends LifeDraft {
  takenAt: Date;
  measurements: readonly Measurement[];
  oxygenLitersPerMinute?: number | null;
  note?: string | null;
  confirmImplausible?: boolean | null;
  /** MANUAL when left out. */
  source?: VitalSource | null;
  /** What these values take the place of, and why. */
  corrects?: { id: string; reason: string } | null;
}

export type VitalsProblemCode = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED' | 'IMPLAUSIBLE_VALUE';
type Found = Problem<VitalsProblemCode>;

export const noteLength = 500;
export const medicineNoteLength = 200;
const dayMs = 86_400_000;
const futureMs = 5 * 60_000;

/** Not later than now + 5 minutes, so that a clock may be a little ahead; not older than a year, so that a year is not mistyped (R24). */
export function isObservable(at: Date, now: Date): boolean {
  return at.getTime() <= now.getTime() + futureMs && at.getTime() >= now.getTime() - 366 * dayMs;
}

/** @param path where the vitals stand in the input */
export function vitalsProblems(draft: VitalsDraft, now: Date, path: string[]): Found[] {
  const { measurements, confirmImplausible } = draft;
  const found = [
    ...(measurements.length === 0 && toLife(draft) === null ? [problem('BLANK', [...path, 'measurements'])] : []),
    ...(isObservable(draft.takenAt, now) ? [] : [problem('INVALID', [...path, 'takenAt'])]),
    ...measurements.flatMap((measurement, index) => measurementProblems(measurement, index, measurements, path)),
    ...pressureProblems(measurements, path),
    ...oxygenProblems(draft.oxygenLitersPerMinute, path),
    ...textProblems(draft.note, noteLength, [...path, 'note']),
    ...lifeProblems(draft, path),
    ...lifeTextProblems(draft, path),
  ] as Found[];
  return confirmImplausible ? found.filter(({ code }) => code !== 'IMPLAUSIBLE_VALUE') : found;
}

function measurementProblems({ kind, value }: Measurement, index: number, all: readonly Measurement[], path: string[]): Found[] {
  const { reject, plausible, step } = vitalLimits[kind];
  const field = [...path, 'measurements', String(index), 'value'];
  const values = named(vitalLimits[kind], reject);
  if (all.findIndex((other) => other.kind === kind) !== index)
    return [problem('INVALID', [...path, 'measurements', String(index), 'kind'], values)];
  if (!within(value, reject) || !isStep(value, step)) return [problem('INVALID', field, values)];
  return within(value, plausible) ? [] : [problem('IMPLAUSIBLE_VALUE', field, values)];
}

/** The upper pressure is above the lower one. */
function pressureProblems(measurements: readonly Measurement[], path: string[]): Found[] {
  const index = measurements.findIndex(({ kind }) => kind === 'SYSTOLIC');
  const [systolic, diastolic] = [measurements[index], measurements.find(({ kind }) => kind === 'DIASTOLIC')];
  if (!systolic || !diastolic || systolic.value > diastolic.value) return [];
  return [problem('INVALID', [...path, 'measurements', String(index), 'value'], { diastolic: diastolic.value })];
}

function oxygenProblems(liters: number | null | undefined, path: string[]): Found[] {
  if (liters === null || liters === undefined || within(liters, oxygenLimits.reject)) return [];
  return [problem('INVALID', [...path, 'oxygenLitersPerMinute'], named(oxygenLimits, oxygenLimits.reject))];
}

/** What a sentence about a value may show. */
function named({ label, unitLabel, step }: Pick<VitalLimits, 'label' | 'unitLabel' | 'step'>, [min, max]: readonly [number, number]) {
  return { label: label.ja, labelEn: label.en, unit: unitLabel.ja, unitEn: unitLabel.en, step, min, max };
}

/** Any free text: not too long, no My Number (R21), nothing a database cannot hold. */
export function textProblems(
  text: string | null | undefined,
  max: number,
  field: string[],
): Problem<'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED' | 'INVALID'>[] {
  if (!text) return [];
  return [
    ...([...text].length > max ? [problem<'TOO_LONG'>('TOO_LONG', field, { max })] : []),
    ...(containsMyNumber(text) ? [problem('MY_NUMBER_NOT_ALLOWED', field)] : []),
    ...(text.includes('\0') || !text.isWellFormed() ? [problem('INVALID', field)] : []),
  ];
}

/** Where a value begins to stand out: at `high` and above, at `low` and below, at `criticalHigh` and above, below `criticalLow`. */
export interface Range {
  low: number | null;
  high: number | null;
  criticalLow: number | null;
  criticalHigh: number | null;
}
/** One patient's own; a kind that is not named has the usual ones. */
export type Ranges = Partial<Record<VitalKind, Range>>;

export function usualRange(kind: VitalKind): Range {
  const { alert, note } = vitalLimits[kind];
  return {
    low: note?.upTo ?? null,
    high: note?.from ?? null,
    criticalLow: alert.below ?? null,
    criticalHigh: alert.from ?? null,
  };
}

/** How a value stands to the limits: alerts are critical, notes are not. */
export function flagOf({ kind, value }: Measurement, ranges: Ranges = {}): VitalFlag {
  const { low, high, criticalLow, criticalHigh } = ranges[kind] ?? usualRange(kind);
  if (criticalHigh !== null && value >= criticalHigh) return 'CRITICAL_HIGH';
  if (criticalLow !== null && value < criticalLow) return 'CRITICAL_LOW';
  if (high !== null && value >= high) return 'HIGH';
  if (low !== null && value <= low) return 'LOW';
  return 'NORMAL';
}

const severity: Record<VitalFlag, number> = { NORMAL: 0, LOW: 1, HIGH: 2, CRITICAL_LOW: 3, CRITICAL_HIGH: 4 };

export function worstFlag(flags: readonly VitalFlag[]): VitalFlag {
  return flags.reduce((worst, flag) => (severity[flag] > severity[worst] ? flag : worst), 'NORMAL');
}

/** What is said beside a medicine. */
const lifeTextProblems = ({ medicines }: VitalsDraft, path: string[]): Found[] =>
  (medicines ?? []).flatMap(({ note }, index) => textProblems(note, medicineNoteLength, [...path, 'medicines', String(index), 'note']));

const within = (value: number, [min, max]: readonly [number, number]): boolean => value >= min && value <= max;

/** Decimal steps do not exist in binary; a millionth is nearer than anybody measures. */
const isStep = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-6;

const correctors: ReadonlySet<string> = new Set(['PHYSICIAN', 'DENTIST', 'NURSE', 'PUBLIC_HEALTH_NURSE']);

/** Whoever wrote it down, or a doctor or nurse of the room. */
export const mayCorrect = (
  { userId, profession }: Pick<PersonViewer, 'userId' | 'profession'>,
  isTeam: boolean,
  takenById: string,
): boolean => takenById === userId || (isTeam && correctors.has(profession ?? ''));

interface CorrectionFacts {
  takenById: string;
  isCurrent: boolean;
  isWritable: boolean;
  authority: string;
  audiences: readonly string[];
}

/** Whether the person may put these values right now: they still count, in a room that takes entries, seen as one who takes part. */
export const canCorrect = (person: Pick<PersonViewer, 'userId' | 'profession'>, row: CorrectionFacts): boolean =>
  row.isCurrent &&
  row.isWritable &&
  row.authority === 'MEMBERSHIP' &&
  mayCorrect(person, row.audiences.includes('CARE_TEAM'), row.takenById);

/** Ranges are a matter for doctors and nurses of the room. */
export const maySetRanges = ({ profession }: Pick<PersonViewer, 'profession'>, isTeam: boolean): boolean =>
  isTeam && correctors.has(profession ?? '');
