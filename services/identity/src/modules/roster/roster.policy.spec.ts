import { person } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can, lastDue, periodOf } from './roster.policy.ts';

const old = { beganOn: '2020-01-01', confirmed: [] };

test('a roster is asked for from 90 days before its day, is late after it, and the next year comes by itself', () => {
  const at = (today: string, more: Partial<Parameters<typeof periodOf>[1]> = {}) =>
    periodOf(today, { firstDueOn: '2026-06-30', ...old, ...more });
  expect(at('2026-03-01')).toEqual({ year: 2026, dueOn: '2026-06-30', isOverdue: false });
  expect(at('2026-06-30')).toEqual({ year: 2026, dueOn: '2026-06-30', isOverdue: false });
  expect(at('2026-07-01')).toEqual({ year: 2026, dueOn: '2026-06-30', isOverdue: true });
  expect(at('2026-07-01', { confirmed: [2026] })).toEqual({ year: 2026, dueOn: '2026-06-30', isOverdue: false });
  // Whoever began in those 90 days, or has nobody yet, is asked the year after.
  for (const beganOn of ['2026-04-02', null])
    expect(at('2026-07-01', { beganOn })).toEqual({ year: 2027, dueOn: '2027-06-30', isOverdue: false });
  expect(at('2026-07-01', { beganOn: '2026-04-01' }).isOverdue).toBe(true);
  expect(at('2027-03-31').isOverdue).toBe(true);
  expect(at('2027-04-01')).toEqual({ year: 2027, dueOn: '2027-06-30', isOverdue: false });
  expect(at('2025-01-10')).toEqual({ year: 2026, dueOn: '2026-06-30', isOverdue: false });
  expect(at('2026-07-01', { firstDueOn: null })).toEqual({ year: 2026, dueOn: null, isOverdue: false });
  // 29 February is the 28th in other years.
  expect(periodOf('2029-02-01', { firstDueOn: '2028-02-29', ...old, confirmed: [2028] }).dueOn).toBe('2029-02-28');
  expect(lastDue('2026-06-30', '2026-06-30')).toBe(null);
});

test('nothing is late before the first day, nor once it was confirmed', () => {
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (today, firstDueOn) => {
      const { year, dueOn, isOverdue } = periodOf(today, { firstDueOn, ...old });
      expect(dueOn?.slice(0, 4)).toBe(String(year));
      expect(dueOn !== null && dueOn >= firstDueOn).toBe(true);
      expect(isOverdue).toBe(dueOn !== null && dueOn < today);
      expect(lastDue(today, firstDueOn) === null).toBe(today <= firstDueOn);
      expect(periodOf(today, { firstDueOn, ...old, confirmed: [year] }).isOverdue).toBe(false);
    }),
  );
});

test('who administers a facility confirms; the center looks; nobody else', () => {
  const professional = person('PROFESSIONAL');
  const facts = { districtId: professional.districtId, isAdministrator: true };
  expect(can(professional, 'CONFIRM', facts)).toEqual({ allowed: true, authority: 'FACILITY_ADMIN' });
  expect(can(professional, 'SEE', { ...facts, isAdministrator: false })).toEqual({ allowed: false, reason: 'ROLE' });
  const officer = person('CENTER_OFFICER', { districtId: professional.districtId });
  expect(can(officer, 'SEE', { ...facts, isAdministrator: false })).toEqual({ allowed: true, authority: 'CENTER' });
  expect(can(officer, 'CONFIRM', { ...facts, isAdministrator: false })).toEqual({ allowed: false, reason: 'ROLE' });
  expect(can(person('PROFESSIONAL'), 'CONFIRM', facts)).toEqual({ allowed: false, reason: 'ABSENT' });
});
