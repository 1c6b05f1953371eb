/** Each kind over time as the server thins it, with what is usual for this patient. */
import { VitalSeriesBetweenDocument, type VitalKind, type VitalSeriesBetweenQuery } from '@heya/client/generated/graphql';
import type { Series } from '#lib/chart/series.ts';
import { usualOf } from '#lib/format/ranges.ts';

export const charted: VitalKind[] = [
  'BODY_TEMPERATURE',
  'SYSTOLIC',
  'DIASTOLIC',
  'PULSE',
  'SPO2',
  'RESPIRATION',
  'BLOOD_GLUCOSE',
  'WEIGHT',
  'PAIN',
];
const dayMs = 86_400_000;

export const seriesQuery = VitalSeriesBetweenDocument;

/** The days that end now; tomorrow is named, since a clock may be a little ahead. */
export const seriesOver = (roomId: string, days: number, now: number, maxPoints: number) => ({
  roomId,
  kinds: charted,
  from: new Date(now - days * dayMs).toISOString(),
  to: new Date(now + dayMs).toISOString(),
  maxPoints,
});

/** Nothing where they may not be seen. */
export function toSeries(answer: VitalSeriesBetweenQuery | undefined): (Series & { downsampled: boolean })[] {
  return (answer?.room?.patient.vitalSeries ?? []).map((series) => ({ ...series, range: series.range && usualOf(series.range) }));
}
