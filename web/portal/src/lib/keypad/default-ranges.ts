/** The limits of R24 for everybody, as they hold until somebody sets others for this patient. */
import type { Range } from '#lib/format/ranges.ts';

export const defaultRanges: readonly Range[] = [
  { kind: 'BODY_TEMPERATURE', low: 35, high: 37.4, criticalLow: 35, criticalHigh: 37.9 },
  { kind: 'SYSTOLIC', low: 90, high: 179, criticalLow: 90, criticalHigh: 179 },
  { kind: 'DIASTOLIC', high: 109, criticalHigh: 109 },
  { kind: 'PULSE', low: 50, high: 119, criticalLow: 50, criticalHigh: 119 },
  { kind: 'SPO2', low: 93, criticalLow: 90 },
  { kind: 'RESPIRATION', low: 10, high: 24, criticalLow: 10, criticalHigh: 24 },
  { kind: 'BLOOD_GLUCOSE', low: 70, high: 299, criticalLow: 70, criticalHigh: 299 },
  { kind: 'PAIN', high: 3, criticalHigh: 6 },
];
