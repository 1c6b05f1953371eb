/** Rules for one patient's ranges (R24). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { type Range, type Ranges, type VitalKind, vitalKinds, vitalLimits } from '../vitals/index.ts';

export interface RangeDraft {
  kind: VitalKind;
  low?: number | null;
  high?: number | null;
  criticalLow?: number | null;
  criticalHigh?: number | null;
}

/** Of these the sum of a day counts, not a single amount. */
const byDay: ReadonlySet<VitalKind> = new Set(['FLUID_INTAKE', 'URINE_VOLUME']);
/** Each below the next. */
const rising = ['criticalLow', 'low', 'high', 'criticalHigh'] as const;

/** @param path where the ranges stand in the input */
export const rangeProblems = (drafts: readonly RangeDraft[], path: string[]): Problem<'INVALID'>[] =>
  drafts.flatMap((draft, index) => {
    const at = [...path, String(index)];
    if (byDay.has(draft.kind) || drafts.findIndex(({ kind }) => kind === draft.kind) !== index)
      return [problem('INVALID', [...at, 'kind'])];
    return [...outsideProblems(draft, at), ...orderProblems(draft, at)];
  });

function outsideProblems(draft: RangeDraft, at: string[]): Problem<'INVALID'>[] {
  const { label, unitLabel, step, reject } = vitalLimits[draft.kind];
  const [min, max] = reject;
  const values = { label: label.ja, labelEn: label.en, unit: unitLabel.ja, unitEn: unitLabel.en, step, min, max };
  return rising.flatMap((name) => {
    const value = draft[name];
    return typeof value === 'number' && !(value >= min && value <= max) ? [problem('INVALID', [...at, name], values)] : [];
  });
}

function orderProblems(draft: RangeDraft, at: string[]): Problem<'INVALID'>[] {
  const given = rising.flatMap((name) => (typeof draft[name] === 'number' ? [{ name, value: draft[name] }] : []));
  const wrong = given.find(({ value }, index) => index > 0 && value <= (given[index - 1]?.value ?? Number.NEGATIVE_INFINITY));
  return wrong ? [problem('INVALID', [...at, wrong.name])] : [];
}

/** What is kept: a kind without a single limit has the usual ones again. */
export function toRanges(drafts: readonly RangeDraft[]): Ranges {
  const kept = drafts.map(({ kind, low, high, criticalLow, criticalHigh }) => {
    const range: Range = { low: low ?? null, high: high ?? null, criticalLow: criticalLow ?? null, criticalHigh: criticalHigh ?? null };
    return [kind, range] as const;
  });
  return Object.fromEntries(kept.filter(([, range]) => Object.values(range).some((limit) => limit !== null)));
}

/** Kinds that have ranges, in the order of R24. */
export const rangedKinds = vitalKinds.filter((kind) => !byDay.has(kind));

/** Whatever the order in which the fields stand. */
export const isSame = (a: Ranges, b: Ranges): boolean =>
  rangedKinds.every((kind) => rising.every((name) => (a[kind]?.[name] ?? null) === (b[kind]?.[name] ?? null)));
