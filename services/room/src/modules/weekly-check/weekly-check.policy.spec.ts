import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInJapan } from '../patient/index.ts';
import { daysAfter, signatureProblems, weekAt } from './weekly-check.policy.ts';

test('each moment belongs to one week of Japan, from its Monday to its Sunday (R15)', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (now) => {
      const { weekOf, dueOn } = weekAt(now);
      expect(new Date(`${weekOf}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(new Date(`${dueOn}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(weekOf <= dayInJapan(now) && dayInJapan(now) <= dueOn).toBe(true);
    }),
  );
  // Monday begins at 15:00 UTC of Sunday.
  expect(weekAt(new Date('2026-11-22T14:59:59Z')).weekOf).toBe('2026-11-16');
  expect(weekAt(new Date('2026-11-22T15:00:00Z'))).toEqual({ weekOf: '2026-11-23', dueOn: '2026-11-29' });
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test('who hands it to the center says why; who reminds says whom (R15, R21)', () => {
  const codes = (...given: Parameters<typeof signatureProblems>): string[] => signatureProblems(...given).map(({ code }) => code);
  expect(codes({ outcome: 'ALL_GOOD' })).toEqual([]);
  expect(codes({ outcome: 'REFERRED_TO_CENTER', note: ' ' })).toEqual(['BLANK']);
  expect(codes({ outcome: 'REFERRED_TO_CENTER', note: '操作に困っている方がいます' })).toEqual([]);
  expect(codes({ outcome: 'REMINDED_MEMBERS', remindMembershipIds: [] })).toEqual(['INVALID']);
  expect(codes({ outcome: 'ALL_GOOD', remindMembershipIds: ['x'] })).toEqual(['INVALID']);
  expect(codes({ outcome: 'ALL_GOOD', note: '１２３４ ５６７８ ９０１８' })).toEqual(['MY_NUMBER_NOT_ALLOWED']);
});
