/** One patient's ranges while a doctor or nurse sets them (R24). Pure. */
import type { RangePartsFragment, VitalKind, VitalRangeInput } from '@heya/client/generated/graphql';

export const ends = ['criticalLow', 'low', 'high', 'criticalHigh'] as const;
export type End = (typeof ends)[number];
export type RangeDraft = Record<End, string>;
type Limits = Partial<Record<End, number | null>>;

/** R24's table, for everybody for whom nobody set another. */
export const standard: Readonly<Partial<Record<VitalKind, Limits>>> = {
  BODY_TEMPERATURE: { criticalLow: 35, high: 37.5, criticalHigh: 38 },
  SYSTOLIC: { criticalLow: 90, criticalHigh: 180 },
  DIASTOLIC: { criticalHigh: 110 },
  PULSE: { criticalLow: 50, criticalHigh: 120 },
  SPO2: { criticalLow: 90, low: 92 },
  RESPIRATION: { criticalLow: 10, criticalHigh: 25 },
  BLOOD_GLUCOSE: { criticalLow: 70, criticalHigh: 300 },
  PAIN: { high: 4, criticalHigh: 7 },
  WEIGHT: {},
};

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
