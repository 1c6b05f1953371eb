import { describe, expect, test } from 'vitest';
import { alertsOf, type Told } from './vitals.alerts.policy.ts';
import type { Meal, MedicineOutcome } from './vitals.life.ts';

const hour = 3_600_000;
/** Noon in Japan. */
const noon = Date.parse('2026-11-20T03:00:00Z');
const told = (hoursAgo: number, other: Partial<Told> = {}): Told => ({ takenAt: new Date(noon - hoursAgo * hour), life: null, ...other });
const ate = (slot: Meal['slot'], main: number, side = main): Partial<Told> => ({ life: { meals: [{ slot, main, side }] } });
const took = (...outcomes: MedicineOutcome[]): Partial<Told> => ({
  life: { medicines: outcomes.map((outcome) => ({ slot: 'MORNING', outcome })) },
});
const stool = (count: number, blood = false): Partial<Told> => ({ life: { stool: { bristol: 4, count, blood } } });
const weighs = (weight: number): Partial<Told> => ({ weight });

describe('what stands out over days (R24)', () => {
  test('weight: two kilograms within a week, five percent within a month', () => {
    expect(alertsOf(told(0, weighs(48)), [told(24 * 6, weighs(50))])).toEqual(['WEIGHT_CHANGE_IN_WEEK']);
    expect(alertsOf(told(0, weighs(52)), [told(24 * 6, weighs(50))])).toEqual(['WEIGHT_CHANGE_IN_WEEK']);
    expect(alertsOf(told(0, weighs(48.1)), [told(24 * 6, weighs(50))])).toEqual([]);
    expect(alertsOf(told(0, weighs(47.5)), [told(24 * 20, weighs(50))])).toEqual(['WEIGHT_LOSS_IN_MONTH']);
    expect(alertsOf(told(0, weighs(47.5)), [told(24 * 40, weighs(50))])).toEqual([]);
    expect(alertsOf(told(0, { life: { bath: 'BATH' } }), [told(24, weighs(50))])).toEqual([]);
  });

  test('meals: three running of half or less, main and side together; between meals does not count', () => {
    const before = [told(5, ate('BREAKFAST', 5)), told(17, ate('DINNER', 6, 4))];
    expect(alertsOf(told(0, ate('LUNCH', 3)), before)).toEqual(['LOW_MEALS']);
    expect(alertsOf(told(0, ate('LUNCH', 6)), before)).toEqual([]);
    expect(alertsOf(told(0, ate('SNACK', 0)), before)).toEqual([]);
    expect(alertsOf(told(0, ate('LUNCH', 3)), [told(5, ate('BREAKFAST', 5))])).toEqual([]);
  });

  test('fluid and urine: the sum of a day, in the evening or with the next day’s first amount', () => {
    const yesterday = [told(20, { fluid: 400 }), told(26, { fluid: 300 })];
    expect(alertsOf(told(0, { fluid: 200 }), yesterday)).toEqual(['LOW_FLUID']);
    expect(alertsOf(told(0, { fluid: 200 }), [...yesterday, told(22, { fluid: 100 })])).toEqual([]);
    expect(alertsOf(told(0, { fluid: 200 }), [...yesterday, told(1, { fluid: 100 })])).toEqual([]);
    expect(alertsOf(told(0, { fluid: 200 }), [])).toEqual([]);
    expect(alertsOf(told(-9, { urine: 150 }), [told(3, { urine: 200 })])).toEqual(['LOW_URINE']);
    expect(alertsOf(told(-9, { urine: 250 }), [told(3, { urine: 200 })])).toEqual([]);
  });

  test('stool: none for three days where it is told of at all, said once a day; blood at once', () => {
    expect(alertsOf(told(0, ate('LUNCH', 8)), [told(80, stool(1))])).toEqual(['NO_STOOL']);
    expect(alertsOf(told(0, stool(0)), [told(80, stool(1)), told(30, stool(0))])).toEqual(['NO_STOOL']);
    expect(alertsOf(told(0, ate('LUNCH', 8)), [told(80, stool(1)), told(4, ate('BREAKFAST', 8))])).toEqual([]);
    expect(alertsOf(told(0, ate('LUNCH', 8)), [told(60, stool(1))])).toEqual([]);
    expect(alertsOf(told(0, ate('LUNCH', 8)), [])).toEqual([]);
    expect(alertsOf(told(0, stool(1, true)), [told(80, stool(1))])).toEqual(['BLOOD_IN_STOOL']);
  });

  test('medicines: two doses not taken within 24 hours, with the second', () => {
    expect(alertsOf(told(0, took('MISSED')), [told(23, took('REFUSED'))])).toEqual(['MISSED_MEDICINES']);
    expect(alertsOf(told(0, took('MISSED')), [told(24, took('MISSED'))])).toEqual([]);
    expect(alertsOf(told(0, took('TAKEN')), [told(2, took('MISSED')), told(3, took('MISSED'))])).toEqual([]);
    expect(alertsOf(told(0, took('HELD', 'PARTLY')), [told(2, took('MISSED'))])).toEqual([]);
  });

  test('less awake than before, and a fall', () => {
    const before = [told(1, { life: { consciousness: 'JCS_2' } }), told(9, { life: { consciousness: 'JCS_30' } })];
    expect(alertsOf(told(0, { life: { consciousness: 'JCS_3' } }), before)).toEqual(['WORSE_CONSCIOUSNESS']);
    expect(alertsOf(told(0, { life: { consciousness: 'JCS_2', fall: true } }), before)).toEqual(['FALL']);
    expect(alertsOf(told(0, { life: { consciousness: 'JCS_10', fall: false } }), [])).toEqual([]);
  });

  test('what was measured later is left aside, so that a late entry is judged by its own time', () => {
    expect(alertsOf(told(24, weighs(50)), [told(0, weighs(40))])).toEqual([]);
  });
});
