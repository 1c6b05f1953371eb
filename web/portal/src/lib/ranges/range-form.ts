/** One patient's ranges while a doctor or nurse sets them (R24). Pure. */
import type { ProblemFragment, RangePartsFragment, VitalKind, VitalRangeInput } from '@heya/client/generated/graphql';
import type { Limits } from '#lib/format/ranges.ts';

export const ends = ['criticalLow', 'low', 'high', 'criticalHigh'] as const;
export type End = (typeof ends)[number];
export type RangeDraft = Record<End, string>;

const text = (limit: number | null | undefined): string => (limit === null || limit === undefined ? '' : String(limit));

export const toDraft = (limits: Limits): RangeDraft => ({
  criticalLow: text(limits.criticalLow),
  low: text(limits.low),
  high: text(limits.high),
  criticalHigh: text(limits.criticalHigh),
});

/** Ends that are no number; empty ends are no limits. */
export const wrongEnds = (draft: RangeDraft): End[] => ends.filter((end) => Number.isNaN(limitOf(draft[end]) ?? 0));

function limitOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * All ranges of this patient, since they are set at once: those that stand, and this one anew.
 * @param draft null: the usual limits again
 */
export function toRanges(standing: readonly RangePartsFragment[], kind: VitalKind, draft: RangeDraft | null): VitalRangeInput[] {
  const others = standing
    .filter((range) => !range.isDefault && range.kind !== kind)
    .map(({ kind: own, low, high, criticalLow, criticalHigh }) => ({ kind: own, low, high, criticalLow, criticalHigh }));
  return draft ? [...others, { kind, ...limitsOf(draft) }] : others;
}

export const limitsOf = (draft: RangeDraft): Record<End, number | null> => ({
  criticalLow: limitOf(draft.criticalLow),
  low: limitOf(draft.low),
  high: limitOf(draft.high),
  criticalHigh: limitOf(draft.criticalHigh),
});

/** What the service says of an end, beside it: the range that was set stands last. */
export function endErrors(errors: readonly ProblemFragment[]): Partial<Record<End, string>> {
  const named = errors.flatMap(({ field, message }) => ends.filter((end) => end === field?.at(-1)).map((end) => [end, message] as const));
  return Object.fromEntries(named);
}
