import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOn, isWorkingDay } from './working-day.ts';

test('two weeks, and from a weekend, a holiday or the turn of the year on to the next working day', () => {
  expect(dueOn('2026-11-24', 14)).toBe('2026-12-08');
  // 23 November is 勤労感謝の日, a Monday.
  expect(dueOn('2026-11-09', 14)).toBe('2026-11-24');
  expect(dueOn('2026-11-07', 14)).toBe('2026-11-24');
  expect(dueOn('2026-12-15', 14)).toBe('2027-01-04');
  // 成人の日 on 11 January 2027; Golden week: 29 April, 3 to 5 May 2027.
  expect(dueOn('2026-12-26', 14)).toBe('2027-01-12');
  expect(dueOn('2027-04-19', 14)).toBe('2027-05-06');
  expect(dueOn('2026-11-24', 1)).toBe('2026-11-25');
});

test('it is a working day, not before its time, and never earlier for what came later', () => {
  const days = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 60 }), (one, other, wait) => {
      const due = dueOn(one, wait);
      expect(isWorkingDay(due)).toBe(true);
      expect(Date.parse(due) - Date.parse(one)).toBeGreaterThanOrEqual(wait * 86_400_000);
      if (one <= other) expect(due <= dueOn(other, wait)).toBe(true);
    }),
  );
});
