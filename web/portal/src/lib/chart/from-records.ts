/** Rows of values out of records, as one sheet of paper draws them. Pure. */
import type { VitalKind } from '@heya/client/generated/graphql';
import type { Measurement } from '#lib/format/vitals.ts';
import type { Range } from '#lib/format/ranges.ts';
import type { Series } from './series.ts';

export interface MeasuredRecord {
  takenAt: string;
  measurements: readonly Measurement[];
}

/** @param records in any order @returns each kind that was measured, oldest value first */
export function seriesFrom(records: readonly MeasuredRecord[], ranges: readonly Range[]): Series[] {
  const byKind = new Map<VitalKind, Series & { points: Series['points'][number][] }>();
  const oldestFirst = [...records].sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  for (const { takenAt, measurements } of oldestFirst)
    for (const { kind, unit, value, flag } of measurements) {
      const series = byKind.get(kind) ?? { kind, unit, points: [], range: ranges.find((range) => range.kind === kind) ?? null };
      series.points.push({ at: takenAt, value, flag });
      byKind.set(kind, series);
    }
  return [...byKind.values()];
}
