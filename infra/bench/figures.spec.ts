import { expect, test } from 'vitest';
import { cpuSeconds, median, percentile, ratioOfMedians, round } from './figures.ts';

test('percentiles do not depend on the order, and the median of three is the middle one', () => {
  const values = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1000);
  expect([percentile(values, 0.5), percentile(values, 0.99)]).toEqual([500, 990]);
  expect(median([9, 1, 5])).toBe(5);
  expect(round(1.2345, 2)).toBe(1.23);
});

test('one disturbed round does not change how two ways compare', () => {
  const round = (withChecks: number[], without: number[]) => ({ withChecks, without });
  expect(ratioOfMedians([round([4, 5, 90], [4, 4, 4]), round([40, 50, 60], [10, 10, 90]), round([3, 3, 3], [3, 3, 3])])).toBe(1.25);
});

test('work shows in the CPU seconds of this process', () => {
  const before = cpuSeconds(process.pid);
  const until = performance.now() + 150;
  while (performance.now() < until);
  expect(cpuSeconds(process.pid)).toBeGreaterThan(before);
});
