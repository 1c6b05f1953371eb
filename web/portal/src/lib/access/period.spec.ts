import { expect, it } from 'vitest';
import { periodStart, toPeriod } from './period.ts';

it('counts whole days of Japan, today among them', () => {
  const now = new Date('2026-11-22T15:30:00Z');
  expect((['DAY', 'WEEK', 'ALL'] as const).map((period) => periodStart(period, now))).toEqual([
    '2026-11-22T15:00:00.000Z',
    '2026-11-16T15:00:00.000Z',
    null,
  ]);
  expect([toPeriod('WEEK'), toPeriod('week'), toPeriod(null)]).toEqual(['WEEK', 'ALL', 'ALL']);
});
