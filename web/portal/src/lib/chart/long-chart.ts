/** A quarter or a year on a canvas, with the limits drawn in (R24). Loaded when one is opened. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { shortDay } from '#lib/format/dates.ts';
import { isHigh } from '#lib/format/vitals.ts';
import { domainOf, ticksOf } from './scale.ts';
import { rowsOf, type Series } from './series.ts';

interface Drawn {
  group: readonly Series[];
  days: number;
  now: number;
  width: number;
}

const dayMs = 86_400_000;
const height = 190;
const japan = 'Asia/Tokyo';

/** As the page's own colours are: a canvas does not know them by name. */
const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim();

/** @returns how to take it away again */
export type DrawLong = (place: HTMLElement, drawn: Drawn) => { end: () => void };

export const drawLong: DrawLong = (place, drawn) => {
  const plot = new uPlot(optionsFor(drawn), dataFor(drawn.group), place);
  return { end: () => plot.destroy() };
};

function dataFor(group: readonly Series[]): uPlot.AlignedData {
  const rows = rowsOf(group).reverse();
  return [rows.map(({ at }) => Date.parse(at) / 1000), ...group.map((_, index) => rows.map(({ points }) => points[index]?.value ?? null))];
}

function optionsFor({ group, days, now, width }: Drawn): uPlot.Options {
  const values = group.flatMap(({ points, range }) => [
    ...points.map(({ value }) => value),
    ...[range?.low, range?.high].filter((end) => end !== null && end !== undefined),
  ]);
  const domain = domainOf(values);
  const font = `14px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: colour('muted'), font, grid: { stroke: colour('line'), width: 1 }, ticks: { show: false } };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), japan),
    scales: {
      x: { time: true, range: [(now - days * dayMs) / 1000, now / 1000] },
      y: { range: [domain.from, domain.to] },
    },
    axes: [
      { ...axis, space: 70, size: 30, values: (_, splits) => splits.map((at) => shortDay(new Date(at * 1000).toISOString())) },
      { ...axis, size: 44, splits: () => ticksOf(domain, 4) },
    ],
    series: [{}, ...group.map(() => ({ stroke: colour('primary'), width: 1.5, spanGaps: true, points: { size: 5 } }))],
    hooks: { drawClear: [(plot) => drawLimits(plot, group)], draw: [(plot) => drawOutside(plot, group)] },
  };
}

/** The usual range as a band, its ends dashed, beneath the line. */
function drawLimits(plot: uPlot, group: readonly Series[]): void {
  const { ctx, bbox } = plot;
  const at = (value: number): number => plot.valToPos(value, 'y', true);
  ctx.save();
  for (const { range } of group) {
    if (range?.low == null && range?.high == null) continue;
    const top = range.high == null ? bbox.top : at(range.high);
    const bottom = range.low == null ? bbox.top + bbox.height : at(range.low);
    ctx.fillStyle = colour('success-pale');
    // Of a pair the upper one's range is a band; the lower one's would lie upon it.
    if (range === group[0]?.range) ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    ctx.strokeStyle = colour('success');
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    for (const end of [range.low, range.high]) if (end != null) line(ctx, bbox, at(end));
  }
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, { left, width }: uPlot.BBox, y: number): void {
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(left + width, y);
  ctx.stroke();
}

/** Values out of range by their shape: a triangle that points up or down. */
function drawOutside(plot: uPlot, group: readonly Series[]): void {
  const { ctx } = plot;
  const size = 5 * devicePixelRatio;
  ctx.save();
  for (const { at, value, flag } of group.flatMap(({ points }) => points)) {
    if (flag === 'NORMAL') continue;
    const [x, y] = [plot.valToPos(Date.parse(at) / 1000, 'x', true), plot.valToPos(value, 'y', true)];
    const up = isHigh(flag) ? -size : size;
    ctx.fillStyle = colour(isHigh(flag) ? 'high' : 'low');
    ctx.beginPath();
    ctx.moveTo(x, y + up);
    ctx.lineTo(x - size, y - up);
    ctx.lineTo(x + size, y - up);
    ctx.fill();
  }
  ctx.restore();
}
