/** Rules for measured values (R24): what is refused, what is asked again, what stands out. Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { containsMyNumber } from '@heya/service-common/my-number';
import { oxygenLimits, type VitalKind, type VitalLimits, vitalLimits } from './vitals.limits.ts';

export const vitalFlags = ['NORMAL', 'LOW', 'HIGH', 'CRITICAL_LOW', 'CRITICAL_HIGH'] as const;
export type VitalFlag = (typeof vitalFlags)[number];
export type VitalContext = 'AT_REST' | 'AFTER_EXERCISE' | 'BEFORE_MEAL' | 'AFTER_MEAL' | 'ON_OXYGEN' | 'ROOM_AIR';

export interface Measurement {
  kind: VitalKind;
  value: number;
  context?: VitalContext | null;
}

export interface VitalsDraft {
  takenAt: Date;
  measurements: readonly Measurement[];
  oxygenLitersPerMinute?: number | null;
  note?: string | null;
  confirmImplausible?: boolean | null;
}

export type VitalsProblemCode = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED' | 'IMPLAUSIBLE_VALUE';
type Found = Problem<VitalsProblemCode>;

export const noteLength = 500;
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
    ...(measurements.length === 0 ? [problem('BLANK', [...path, 'measurements'])] : []),
    ...(isObservable(draft.takenAt, now) ? [] : [problem('INVALID', [...path, 'takenAt'])]),
    ...measurements.flatMap((measurement, index) => measurementProblems(measurement, index, measurements, path)),
    ...pressureProblems(measurements, path),
    ...oxygenProblems(draft.oxygenLitersPerMinute, path),
    ...textProblems(draft.note, noteLength, [...path, 'note']),
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

/** How a value stands to the default limits: alerts are critical, notes are not. */
export function flagOf({ kind, value }: Measurement): VitalFlag {
  const { alert, note } = vitalLimits[kind];
  if (alert.from !== undefined && value >= alert.from) return 'CRITICAL_HIGH';
  if (alert.below !== undefined && value < alert.below) return 'CRITICAL_LOW';
  if (note?.from !== undefined && value >= note.from) return 'HIGH';
  if (note?.upTo !== undefined && value <= note.upTo) return 'LOW';
  return 'NORMAL';
}

const severity: Record<VitalFlag, number> = { NORMAL: 0, LOW: 1, HIGH: 2, CRITICAL_LOW: 3, CRITICAL_HIGH: 4 };

export function worstFlag(flags: readonly VitalFlag[]): VitalFlag {
  return flags.reduce((worst, flag) => (severity[flag] > severity[worst] ? flag : worst), 'NORMAL');
}

const within = (value: number, [min, max]: readonly [number, number]): boolean => value >= min && value <= max;

/** Decimal steps do not exist in binary; a millionth is nearer than anybody measures. */
const isStep = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-6;
