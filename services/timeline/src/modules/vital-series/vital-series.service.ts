/** Values over time, down-sampled here so that a year is as light as a week (R24). */
import { codedError } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import { look, permit, seePatient, timelineClass, type TimelineRequest } from '../access/index.ts';
import { type RangeNow, rangesNow } from '../vital-range/index.ts';
import { type VitalKind, vitalKinds, vitalLimits } from '../vitals/index.ts';
import { downsample } from './vital-series.policy.ts';
import { findPoints, type PointRow, type SeriesSpan } from './vital-series.repository.ts';

const longestMs = 2 * 366 * 86_400_000;
const mostPoints = 1000;
/** Of each kind; a value every hour for two years. */
const mostRead = 17_600;

export interface Series {
  kind: VitalKind;
  unit: string;
  points: { at: Date; value: number; flag: string; recordId: string }[];
  range: RangeNow | null;
  downsampled: boolean;
}

/** @returns a series for each kind; null when this person may not see them @throws BAD_USER_INPUT for spans and numbers beyond the limits */
export async function listSeries(context: TimelineRequest, span: SeriesSpan, maxPoints: number): Promise<Series[] | null> {
  const kinds = vitalKinds.filter((kind) => span.kinds.includes(kind));
  const isOrdered = span.from < span.to && span.to.getTime() - span.from.getTime() <= longestMs;
  if (!isOrdered || kinds.length === 0 || maxPoints < 3 || maxPoints > mostPoints) throw codedError('BAD_USER_INPUT');
  if (!(await seePatient(context, span.patientId))) return null;
  const rows = await look(context, async (tx) => {
    const found = (await findPoints(tx, { ...span, kinds }, mostRead)).flatMap((row) => permit(context, row, row.audience) ?? []);
    return { value: found, rooms: found };
  });
  const ranges = (await rangesNow(context, span.patientId)) ?? [];
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const points = downsample(own.map(toPoint), maxPoints);
    const series = { kind, unit: vitalLimits[kind].unit, range: ranges.find((range) => range.kind === kind) ?? null };
    return grant({ ...series, points, downsampled: points.length < own.length }, [timelineClass]);
  });
}

const toPoint = ({ at, value, flag, recordId }: PointRow) =>
  grant({ at, value, flag, recordId, isAlert: flag.startsWith('CRITICAL') }, [timelineClass]);
