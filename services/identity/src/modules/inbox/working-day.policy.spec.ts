import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOn, isWorkingDay } from './working-day.policy.ts';

test('ten working days: neither weekends, nor holidays, nor the turn of the year', () => {
  expect(dueOn('2026-11-24')).toBe('2026-12-08');
  // 23 November is 勤労感謝の日.
  expect(dueOn('2026-11-20')).toBe('2026-12-07');
  expect(dueOn('2026-11-22')).toBe('2026-12-07');
  // 29 December to 3 January, and 成人の日 on 11 January 2027.
  expect(dueOn('2026-12-24')).toBe('2027-01-14');
  // Golden week: 29 April, 3 to 5 May 2027.
  expect(dueOn('2027-04-26')).toBe('2027-05-14');
  expect(dueOn('2026-11-24', 1)).toBe('2026-11-25');
});

test('it is a working day itself, and never earlier for what came later', () => {
  const days = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, days, (one, other) => {
      expect(isWorkingDay(dueOn(one))).toBe(true);
      if (one <= other) expect(dueOn(one) <= dueOn(other)).toBe(true);
    }),
  );
});
