/** A row of measured values as a chart needs it. Pure. */
import type { VitalFlag, VitalKind } from '@heya/client/generated/graphql';
import type { Limits } from '#lib/format/ranges.ts';

export interface ChartPoint {
  at: string;
  value: number;
  flag: VitalFlag;
}

export interface Series {
  kind: VitalKind;
  unit: string;
  points: readonly ChartPoint[];
  range?: Limits | null;
}

/** How many days a chart shows. */
export const spans = [7, 30, 90, 365] as const;
export type ChartDays = (typeof spans)[number];

export const daysFrom = (text: string | null): ChartDays => spans.find((days) => String(days) === text) ?? 7;

/** Own drawing while every point can be told from the next; beyond that a canvas. */
export const isLong = (days: ChartDays): boolean => days > 30;

/** Charts in the order of the keypad; the two pressures stand in one. */
const groups: readonly (readonly VitalKind[])[] = [
  ['BODY_TEMPERATURE'],
  ['SYSTOLIC', 'DIASTOLIC'],
  ['PULSE'],
  ['SPO2'],
  ['RESPIRATION'],
  ['BLOOD_GLUCOSE'],
  ['WEIGHT'],
  ['PAIN'],
];

/** What is drawn together, of what was measured at all. */
export function chartsOf(series: readonly Series[]): Series[][] {
  return groups
    .map((group) => group.flatMap((kind) => series.filter((each) => each.kind === kind && each.points.length > 0)))
    .filter((group) => group.length > 0);
}

export interface Extremes {
  first: ChartPoint;
  last: ChartPoint;
  least: ChartPoint;
  most: ChartPoint;
}

/** What a reader without the picture is told; undefined without points. */
export function extremesOf(points: readonly ChartPoint[]): Extremes | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  const least = points.reduce((found, point) => (point.value < found.value ? point : found));
  const most = points.reduce((found, point) => (point.value > found.value ? point : found));
  return { first, last, least, most };
}

/** One row of the table beside a chart: the values of one moment, in the order of the series. */
export interface ChartRow {
  at: string;
  points: (ChartPoint | undefined)[];
}

/** Newest first. */
export function rowsOf(series: readonly Series[]): ChartRow[] {
  const moments = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort().reverse();
  return moments.map((at) => ({ at, points: series.map(({ points }) => points.find((point) => point.at === at)) }));
}

/** Places where a line is interrupted: nothing was measured for longer than this, so nothing is claimed of it. */
export function pathOf(
  places: readonly { x: number; y: number }[],
  isGap: (before: number, after: number) => boolean = () => false,
): string {
  return places
    .map(({ x, y }, index) => {
      const before = places[index - 1];
      return `${!before || isGap(before.x, x) ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
