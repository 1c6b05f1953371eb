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

/** 36.2–36.8, or the one end there is; empty without limits. What is named is still usual. */
export function spanWords(kind: VitalKind, low: number | null | undefined, high: number | null | undefined): string {
  const [least, most] = [low, high].map((end) => (end === null || end === undefined ? '' : vitalValue(kind, end)));
  if (least && most) return `${least}–${most}`;
  if (least) return m.range_from({ value: least });
  return most ? m.range_to({ value: most }) : '';
}

/** 前回 36.5 / ふだん 36.2–36.8 */
export function besideField(kind: VitalKind, previous: number | undefined, range: Range | undefined): string {
  const usual = range ? spanWords(kind, range.low ?? range.criticalLow, range.high ?? range.criticalHigh) : '';
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
