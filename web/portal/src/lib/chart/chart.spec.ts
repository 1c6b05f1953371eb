/** R24: charts with the limits drawn in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesFrom } from './from-records.ts';
import { domainOf, midnights, scaleOf, ticksOf } from './scale.ts';
import { chartsOf, daysFrom, extremesOf, pathOf, rowsOf, type ChartPoint, type Series } from './series.ts';

const point = (at: string, value: number): ChartPoint => ({ at, value, flag: 'NORMAL' });
const series = (kind: Series['kind'], ...points: ChartPoint[]): Series => ({ kind, unit: 'x', points });

describe('scales', () => {
  it('steps are round, inside the span, and few', () => {
    expect(ticksOf({ from: 34.6, to: 38.3 }, 4)).toEqual([35, 36, 37, 38]);
    expect(ticksOf({ from: 44, to: 126 }, 4)).toEqual([50, 75, 100, 125]);
    // Nothing is measured finer than a tenth.
    const ends = fc.integer({ min: 0, max: 10_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(ends, ends, (a, b) => {
        const span = domainOf([a, b]);
        const ticks = ticksOf(span, 4);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(5);
        for (const tick of ticks) expect(tick >= span.from - 1e-6 && tick <= span.to + 1e-6).toBe(true);
      }),
    );
  });

  it('a limit that no value comes near is in the picture all the same', () => {
    const { from, to } = domainOf([36.5, 36.7], { low: 35, high: 37.5 });
    expect(from).toBeLessThan(35);
    expect(to).toBeGreaterThan(37.5);
  });

  it('one value alone stands in the middle, and nothing is still a picture', () => {
    const { from, to } = domainOf([60]);
    expect(scaleOf({ from, to }, { from: 100, to: 0 })(60)).toBeCloseTo(50);
    expect(scaleOf({ from: 5, to: 5 }, { from: 0, to: 10 })(5)).toBe(5);
    expect(domainOf([])).toEqual({ from: 0, to: 1 });
  });

  it('days begin at midnight in Japan, whatever the device believes', () => {
    const span = { from: Date.parse('2026-11-20T16:00:00Z'), to: Date.parse('2026-11-23T16:00:00Z') };
    expect(midnights(span, 10).map((at) => new Date(at).toISOString())).toEqual([
      '2026-11-21T15:00:00.000Z',
      '2026-11-22T15:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
    ]);
    expect(midnights({ from: span.from, to: span.from + 365 * 86_400_000 }, 7).length).toBeLessThanOrEqual(7);
  });
});

describe('series', () => {
  it('the two pressures stand in one chart, and what was never measured in none', () => {
    const found = chartsOf([
      series('PULSE', point('a', 70)),
      series('DIASTOLIC', point('a', 70)),
      series('SYSTOLIC', point('a', 120)),
      series('WEIGHT'),
    ]);
    expect(found.map((group) => group.map(({ kind }) => kind))).toEqual([['SYSTOLIC', 'DIASTOLIC'], ['PULSE']]);
  });

  it('the table has each moment once, newest first, with a gap where a value is missing', () => {
    const rows = rowsOf([
      series('SYSTOLIC', point('2026-11-01', 120), point('2026-11-02', 130)),
      series('DIASTOLIC', point('2026-11-02', 80)),
    ]);
    expect(rows.map(({ at, points }) => [at, ...points.map((found) => found?.value)])).toEqual([
      ['2026-11-02', 130, 80],
      ['2026-11-01', 120, undefined],
    ]);
  });

  it('in words: the newest, the least and the most', () => {
    expect(extremesOf([])).toBeUndefined();
    const found = extremesOf([point('a', 37), point('b', 38.1), point('c', 36.2), point('d', 36.8)]);
    expect([found?.first.at, found?.last.at, found?.least.at, found?.most.at]).toEqual(['a', 'd', 'c', 'b']);
  });

  it('a line is interrupted where nothing was measured', () => {
    const places = [0, 1, 9].map((x) => ({ x, y: 0 }));
    expect(pathOf(places, (before, after) => after - before > 5)).toBe('M0.0 0.0L1.0 0.0M9.0 0.0');
  });

  it('an unknown span is a week', () => {
    expect([daysFrom('30'), daysFrom('31'), daysFrom(null)]).toEqual([30, 7, 7]);
  });
});

it('records in any order become rows of values with this patient’s limits', () => {
  const taken = (takenAt: string, value: number) => ({
    takenAt,
    measurements: [{ kind: 'PULSE' as const, value, unit: '/min', flag: 'NORMAL' as const }],
  });
  const found = seriesFrom([taken('2026-11-02', 72), taken('2026-11-01', 70)], [{ kind: 'PULSE', low: 55 }]);
  expect(found).toEqual([
    {
      kind: 'PULSE',
      unit: '/min',
      points: [
        { at: '2026-11-01', value: 70, flag: 'NORMAL' },
        { at: '2026-11-02', value: 72, flag: 'NORMAL' },
      ],
      range: { kind: 'PULSE', low: 55 },
    },
  ]);
});
