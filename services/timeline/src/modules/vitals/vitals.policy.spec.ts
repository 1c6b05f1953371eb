import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type VitalKind, vitalKinds, vitalLimits } from './vitals.limits.ts';
import { flagOf, isObservable, textProblems, type VitalFlag, vitalsProblems, worstFlag } from './vitals.policy.ts';

const now = new Date('2026-11-22T12:00:00Z');
const path = ['input', 'vitals'];
const check = (kind: VitalKind, value: number, confirmImplausible = false) =>
  vitalsProblems({ takenAt: now, measurements: [{ kind, value }], confirmImplausible }, now, path);

describe('R24: the table', () => {
  test.each<[VitalKind, number, VitalFlag]>([
    ['BODY_TEMPERATURE', 34.9, 'CRITICAL_LOW'],
    ['BODY_TEMPERATURE', 35, 'NORMAL'],
    ['BODY_TEMPERATURE', 37.4, 'NORMAL'],
    ['BODY_TEMPERATURE', 37.5, 'HIGH'],
    ['BODY_TEMPERATURE', 37.9, 'HIGH'],
    ['BODY_TEMPERATURE', 38, 'CRITICAL_HIGH'],
    ['PULSE', 49, 'CRITICAL_LOW'],
    ['PULSE', 50, 'NORMAL'],
    ['PULSE', 119, 'NORMAL'],
    ['PULSE', 120, 'CRITICAL_HIGH'],
    ['SYSTOLIC', 89, 'CRITICAL_LOW'],
    ['SYSTOLIC', 90, 'NORMAL'],
    ['SYSTOLIC', 179, 'NORMAL'],
    ['SYSTOLIC', 180, 'CRITICAL_HIGH'],
    ['DIASTOLIC', 109, 'NORMAL'],
    ['DIASTOLIC', 110, 'CRITICAL_HIGH'],
    ['SPO2', 89, 'CRITICAL_LOW'],
    ['SPO2', 90, 'LOW'],
    ['SPO2', 92, 'LOW'],
    ['SPO2', 93, 'NORMAL'],
    ['RESPIRATION', 9, 'CRITICAL_LOW'],
    ['RESPIRATION', 10, 'NORMAL'],
    ['RESPIRATION', 25, 'CRITICAL_HIGH'],
    ['BLOOD_GLUCOSE', 69, 'CRITICAL_LOW'],
    ['BLOOD_GLUCOSE', 299, 'NORMAL'],
    ['BLOOD_GLUCOSE', 300, 'CRITICAL_HIGH'],
    ['PAIN', 3, 'NORMAL'],
    ['PAIN', 4, 'HIGH'],
    ['PAIN', 7, 'CRITICAL_HIGH'],
    ['WEIGHT', 41.5, 'NORMAL'],
  ])('%s %d is %s', (kind, value, flag) => expect(flagOf({ kind, value })).toBe(flag));

  test.each<[VitalKind, number, number]>([
    ['BODY_TEMPERATURE', 25, 45],
    ['PULSE', 20, 250],
    ['SYSTOLIC', 40, 300],
    ['DIASTOLIC', 20, 200],
    ['SPO2', 50, 100],
    ['RESPIRATION', 4, 80],
    ['WEIGHT', 1, 300],
    ['BLOOD_GLUCOSE', 10, 999],
    ['PAIN', 0, 10],
  ])('%s is refused outside %d–%d', (kind, min, max) => {
    const { step } = vitalLimits[kind];
    for (const value of [min, max]) expect(check(kind, value, true)).toEqual([]);
    for (const value of [min - step, max + step])
      expect(check(kind, value, true)).toMatchObject([{ code: 'INVALID', field: [...path, 'measurements', '0', 'value'] }]);
  });
});

const kind = fc.constantFrom(...vitalKinds);

test('a value passes, is asked again or is refused exactly by its bands, and confirming only helps against being asked', () => {
  fc.assert(
    fc.property(kind, fc.integer({ min: -100, max: 12_000 }), (which, tenths) => {
      const { step, reject, plausible } = vitalLimits[which];
      const value = step === 0.1 ? tenths / 10 : tenths;
      const inside = ([min, max]: readonly [number, number]): boolean => value >= min && value <= max;
      const codes = check(which, value).map(({ code }) => code);
      expect(codes).toEqual(!inside(reject) ? ['INVALID'] : inside(plausible) ? [] : ['IMPLAUSIBLE_VALUE']);
      expect(check(which, value, true).map(({ code }) => code)).toEqual(inside(reject) ? [] : ['INVALID']);
    }),
  );
});

test('a value between two steps is refused', () => {
  fc.assert(
    fc.property(kind, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (which, part) => {
      const {
        step,
        plausible: [min, max],
      } = vitalLimits[which];
      const value = Math.round((min + max) / 2 / step) * step + part * step;
      expect(check(which, value, true)).toMatchObject([{ code: 'INVALID' }]);
    }),
  );
});

test('flags never fall as a value moves away from its limits', () => {
  const order: VitalFlag[] = ['CRITICAL_LOW', 'LOW', 'NORMAL', 'HIGH', 'CRITICAL_HIGH'];
  fc.assert(
    fc.property(kind, fc.integer({ min: 0, max: 9990 }), fc.integer({ min: 0, max: 500 }), (which, tenths, more) => {
      const rank = (value: number): number => order.indexOf(flagOf({ kind: which, value }));
      expect(rank((tenths + more) / 10)).toBeGreaterThanOrEqual(rank(tenths / 10));
    }),
  );
});

test('S > D: equal or crossed pressures are refused at the upper one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 150 }), fc.integer({ min: 60, max: 150 }), (systolic, diastolic) => {
      const found = vitalsProblems(
        {
          takenAt: now,
          measurements: [
            { kind: 'DIASTOLIC', value: diastolic },
            { kind: 'SYSTOLIC', value: systolic },
          ],
        },
        now,
        path,
      );
      expect(found.map(({ field }) => field)).toEqual(systolic > diastolic ? [] : [[...path, 'measurements', '1', 'value']]);
    }),
  );
});

test('nothing measured, one kind twice, oxygen out of range, a number in the note: each at its place', () => {
  expect(vitalsProblems({ takenAt: now, measurements: [] }, now, path)).toMatchObject([
    { code: 'BLANK', field: [...path, 'measurements'] },
  ]);
  const twice = [
    { kind: 'PULSE', value: 70 },
    { kind: 'PULSE', value: 72 },
  ] as const;
  expect(vitalsProblems({ takenAt: now, measurements: twice }, now, path)).toMatchObject([
    { code: 'INVALID', field: [...path, 'measurements', '1', 'kind'] },
  ]);
  const one = [{ kind: 'SPO2', value: 95 }] as const;
  expect(vitalsProblems({ takenAt: now, measurements: one, oxygenLitersPerMinute: 16 }, now, path)).toMatchObject([
    { code: 'INVALID', field: [...path, 'oxygenLitersPerMinute'] },
  ]);
  expect(vitalsProblems({ takenAt: now, measurements: one, note: '１２３４５６７８９０１８' }, now, path)).toMatchObject([
    { code: 'MY_NUMBER_NOT_ALLOWED', field: [...path, 'note'] },
  ]);
});

test('R24: measured not later than now + 5 minutes, and within a year', () => {
  const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  expect([at(5), at(0), at(-60 * 24 * 365)].map((date) => isObservable(date, now))).toEqual([true, true, true]);
  expect([at(5.1), at(-60 * 24 * 367)].map((date) => isObservable(date, now))).toEqual([false, false]);
});

test('text: length in characters as people count them, nothing a database cannot hold', () => {
  expect(textProblems('𠮷'.repeat(10), 10, ['x'])).toEqual([]);
  expect(textProblems('𠮷'.repeat(11), 10, ['x'])).toMatchObject([{ code: 'TOO_LONG', values: { max: 10 } }]);
  expect(textProblems('a\0b', 10, ['x'])).toMatchObject([{ code: 'INVALID' }]);
});

test('the worst flag is the most serious one', () => {
  expect(worstFlag([])).toBe('NORMAL');
  expect(worstFlag(['LOW', 'NORMAL', 'HIGH'])).toBe('HIGH');
  expect(worstFlag(['CRITICAL_LOW', 'HIGH'])).toBe('CRITICAL_LOW');
});
