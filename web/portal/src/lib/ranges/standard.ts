/** R24's table, for everybody for whom nobody set another: the one place of its numbers in the portal. */
import type { VitalKind } from '@heya/client/generated/graphql';
import { type Limits, type Range, usualOf } from '#lib/format/ranges.ts';

/** Low and high where a value begins to stand out, as the service has them. */
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

/** What is still usual by it, as the keypad and the charts show it. */
export const standardRanges: readonly Range[] = Object.entries(standard).map(([kind, limits]) =>
  usualOf({ kind: kind as VitalKind, ...limits }),
);
