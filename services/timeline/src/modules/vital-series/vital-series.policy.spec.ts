import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downsample, type SeriesPoint } from './vital-series.policy.ts';

const series = fc
  .array(fc.record({ value: fc.integer({ min: 20, max: 250 }), isAlert: fc.boolean() }), { maxLength: 400 })
  .map((values) => values.map((each, index): SeriesPoint => ({ ...each, at: new Date(index * 3_600_000) })));

describe('a long series as few points', () => {
  test('keeps order, the first, the last, and no more than was asked for', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 3, max: 120 }), (points, most) => {
        const few = downsample(points, most);
        expect(few.length).toBe(Math.min(points.length, most));
        expect([few[0], few.at(-1)]).toEqual([points[0], points.at(-1)]);
        expect(few.every((point, index) => index === 0 || point.at > (few[index - 1]?.at ?? 0))).toBe(true);
        expect(few.every((point) => points.includes(point))).toBe(true);
      }),
    );
  });

  test('loses nothing that stands out, as long as that is not most of it', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 3, max: 120 }), (points, most) => {
        const alerts = points.filter(({ isAlert }) => isAlert);
        fc.pre(alerts.length <= most / 2);
        const few = downsample(points, most);
        expect(alerts.every((point) => few.includes(point))).toBe(true);
      }),
    );
  });

  test('keeps a peak that an average would flatten', () => {
    const flat = Array.from({ length: 300 }, (_, index): SeriesPoint => ({
      at: new Date(index),
      value: index === 151 ? 200 : 80,
      isAlert: false,
    }));
    expect(downsample(flat, 20).some(({ value }) => value === 200)).toBe(true);
  });
});
