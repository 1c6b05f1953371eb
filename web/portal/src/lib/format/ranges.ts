/** A patient's usual range in words, and how a value stands to it while it is typed. The server's flag decides (R24). */
import type { VitalFlag, VitalKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';
import { vitalValue } from './vitals.ts';

export interface Limits {
  low?: number | null;
  high?: number | null;
  criticalLow?: number | null;
  criticalHigh?: number | null;
}

export interface Range extends Limits {
  kind: VitalKind;
}

/** Steps in which a value is read. */
const stepOf = (kind: VitalKind): number => (kind === 'BODY_TEMPERATURE' || kind === 'WEIGHT' ? 0.1 : 1);

/**
 * What is still usual, both ends included. The server's limits are where it ends: at `high`, at `low` and at `criticalHigh` a value
 * stands out already, and below `criticalLow`.
 */
export function usualOf({ kind, low, high, criticalLow, criticalHigh }: Range): Range {
  const step = stepOf(kind);
  const moved = (limit: number | null | undefined, by: number): number | null =>
    limit === null || limit === undefined ? null : Number((limit + by).toFixed(1));
  return {
    kind,
    low: moved(low, step) ?? criticalLow ?? null,
    high: moved(high, -step) ?? moved(criticalHigh, -step),
    criticalLow: criticalLow ?? null,
    criticalHigh: moved(criticalHigh, -step),
  };
}

/** 36.2–36.8, or the one end there is; empty without limits. What is named is still usual. */
export function spanWords(kind: VitalKind, low: number | null | undefined, high: number | null | undefined): string {
  const [least, most] = [low, high].map((end) => (end === null || end === undefined ? '' : vitalValue(kind, end)));
  if (least && most) return `${least}–${most}`;
  if (least) return m.range_from({ value: least });
  return most ? m.range_to({ value: most }) : '';
}

/** 35.0未満で知らせる・37.5以上で高め・38.0以上で知らせる: the limits as they were set. */
export function limitWords({ kind, low, high, criticalLow, criticalHigh }: Range): string {
  const parts = [
    [criticalLow, m.range_words_critical_low],
    [low, m.range_words_low],
    [high, m.range_words_high],
    [criticalHigh, m.range_words_critical_high],
  ] as const;
  const words = parts.flatMap(([limit, word]) => (limit === null || limit === undefined ? [] : [word({ value: vitalValue(kind, limit) })]));
  return words.join('・') || m.range_none();
}

/** 前回 36.5 / ふだん 36.2–36.8 */
export function besideField(kind: VitalKind, previous: number | undefined, range: Range | undefined): string {
  const usual = range ? spanWords(kind, range.low, range.high) : '';
  const parts = [previous === undefined ? '' : m.previous({ value: vitalValue(kind, previous) }), usual ? m.usual({ value: usual }) : ''];
  return parts.filter(Boolean).join(' / ');
}

const beyond = (value: number, limit: number | null | undefined): boolean => limit !== null && limit !== undefined && value > limit;
const under = (value: number, limit: number | null | undefined): boolean => limit !== null && limit !== undefined && value < limit;

/** As the value will be marked: outside an end, which itself is still inside. */
export function flagIn(range: Limits | undefined, value: number): VitalFlag {
  if (!range) return 'NORMAL';
  if (beyond(value, range.criticalHigh)) return 'CRITICAL_HIGH';
  if (under(value, range.criticalLow)) return 'CRITICAL_LOW';
  if (beyond(value, range.high)) return 'HIGH';
  return under(value, range.low) ? 'LOW' : 'NORMAL';
}
