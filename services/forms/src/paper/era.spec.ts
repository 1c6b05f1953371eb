import { expect, test } from 'vitest';
import { ageOn, eraDate, writtenDay } from './era.ts';

test('days are written by era, its first year as 元年', () => {
  expect(eraDate('2026-11-22')).toBe('令和8年11月22日');
  expect(eraDate('2019-05-01')).toBe('令和元年5月1日');
  expect(eraDate('2019-04-30')).toBe('平成31年4月30日');
  expect(eraDate('1926-12-24')).toBe('大正15年12月24日');
  expect(() => eraDate('2026-13-01')).toThrow(RangeError);
});

test('what is no day stays as it was typed', () => {
  expect(writtenDay('1985-04-01')).toBe('昭和60年4月1日');
  for (const typed of ['1985-13-40', '昭和60年', '']) expect(writtenDay(typed)).toBe(typed);
});

test('age counts birthdays', () => {
  expect(ageOn('1938-03-03', '2026-03-02')).toBe(87);
  expect(ageOn('1938-03-03', '2026-03-03')).toBe(88);
});
