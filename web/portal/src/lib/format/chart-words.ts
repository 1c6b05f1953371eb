/** Charts in words, for whoever does not see them and for whoever wants the figure (WCAG 1.1.1). */
import type { ChartPoint, Series } from '#lib/chart/series.ts';
import { extremesOf } from '#lib/chart/series.ts';
import { m } from '#paraglide/messages.js';
import { monthDay } from './dates.ts';
import { spanWords } from './ranges.ts';
import { flagWords, vitalName, vitalUnit, vitalValue } from './vitals.ts';

/** 血圧 when both stand in one chart. */
export function chartName(group: readonly Series[]): string {
  const [first] = group;
  return group.length > 1 ? m.vital_pressure() : first ? vitalName(first.kind) : '';
}

/** ふだん 36.2–36.8; of a pair 90–179・109以下. Empty without limits. */
export function usualWords(group: readonly Series[]): string {
  const spans = group.map(({ kind, range }) => spanWords(kind, range?.low, range?.high)).filter(Boolean);
  return spans.length ? m.usual({ value: spans.join('・') }) : '';
}

/** 体温。いちばん新しい値 36.5℃、いちばん低い値 36.2℃（11月20日）… */
export function chartWords(series: Series, days: number): string {
  const found = extremesOf(series.points);
  if (!found) return m.chart_empty();
  const unit = vitalUnit(series.unit);
  const named = (point: ChartPoint): string => `${vitalValue(series.kind, point.value)}${unit}`;
  return m.chart_words({
    name: vitalName(series.kind),
    days,
    last: named(found.last),
    least: named(found.least),
    leastDay: monthDay(found.least.at),
    most: named(found.most),
    mostDay: monthDay(found.most.at),
  });
}

/** 38.2 ▲とても高い */
export const pointWords = (kind: Series['kind'], { value, flag }: ChartPoint): string =>
  [vitalValue(kind, value), flagWords(flag)].filter(Boolean).join(' ');

/** The newest values out of range, as 11月20日 38.2 ▲とても高い. */
export function outsideWords(group: readonly Series[], most: number): string[] {
  return group
    .flatMap(({ kind, points }) => points.filter(({ flag }) => flag !== 'NORMAL').map((point) => ({ kind, point })))
    .sort((a, b) => b.point.at.localeCompare(a.point.at))
    .slice(0, most)
    .map(({ kind, point }) => `${monthDay(point.at)} ${group.length > 1 ? `${vitalName(kind)} ` : ''}${pointWords(kind, point)}`);
}
