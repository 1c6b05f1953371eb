/** R24: meals in tenths, medicines per slot, fluid, excretion, sleep, bath, falls. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDay, mealOf, medicineOf, plus, problemsOf, standingDay, toDay, typedNumber, type DayForm } from './day-form.ts';

const day = (some: Partial<DayForm>): DayForm => ({ ...emptyDay(), ...some });

describe('daily life', () => {
  it('is sent as it was seen, and nothing else', () => {
    const form = day({
      meals: { BREAKFAST: { main: 8, side: 5 }, LUNCH: { main: null, side: null }, SNACK: { main: 10, side: null } },
      medicines: {
        MORNING: { outcome: 'TAKEN', note: '' },
        NOON: { outcome: 'REFUSED', note: ' ねむい ' },
        EVENING: { outcome: null, note: 'x' },
      },
      fluid: '３５０',
      stool: { bristol: 4, count: 2, blood: false },
      sleep: '6.5',
      bath: 'WIPE',
      fall: 'NO',
    });
    expect(toDay(form)).toEqual({
      measurements: [{ kind: 'FLUID_INTAKE', value: 350 }],
      meals: [
        { slot: 'BREAKFAST', main: 8, side: 5 },
        { slot: 'SNACK', main: 10, side: 10 },
      ],
      medicines: [
        { slot: 'MORNING', outcome: 'TAKEN' },
        { slot: 'NOON', outcome: 'REFUSED', note: 'ねむい' },
      ],
      stool: { bristol: 4, count: 2, blood: false },
      sleepHours: 6.5,
      bath: 'WIPE',
      fall: false,
    });
    expect(problemsOf(form)).toEqual([]);
  });

  it('nothing at all is blank; a word where a volume belongs is said at its field; a note alone is enough', () => {
    expect(problemsOf(emptyDay())).toEqual(['BLANK']);
    expect(problemsOf(day({ fluid: 'すこし', urine: '2dL' }))).toEqual(['FLUID', 'URINE']);
    expect(problemsOf(day({ note: 'よく笑った' }))).toEqual([]);
    expect(problemsOf(day({ fall: 'NO' }))).toEqual([]);
  });

  it('a record is entered again as it stands', () => {
    const record = {
      measurements: [{ kind: 'URINE_VOLUME' as const, value: 300 }],
      meals: [{ slot: 'LUNCH' as const, main: 0, side: 3 }],
      medicines: [{ slot: 'AS_NEEDED' as const, outcome: 'PARTLY' as const, note: 'ねむい' }],
      stool: { bristol: 4, count: 0, blood: false },
      sleepHours: 6.5,
      bath: 'SHOWER' as const,
      fall: false,
    };
    expect(toDay(standingDay(record))).toEqual(record);
    expect(standingDay(record).opened).toEqual(['URINE', 'STOOL', 'SLEEP', 'BATH', 'FALL']);
    const nothing = { measurements: [], meals: [], medicines: [], stool: null, sleepHours: null, bath: null, fall: null };
    expect(standingDay(nothing)).toEqual(emptyDay());
  });

  it('what is opened and left alone is not sent', () => {
    expect(toDay(day({ opened: ['STOOL', 'BATH'], stool: { bristol: null, count: 3, blood: true } }))).toEqual({ measurements: [] });
  });

  it('no stool is told of as such, without a form and without blood', () => {
    expect(toDay(day({ stool: { bristol: null, count: 0, blood: true } })).stool).toMatchObject({ count: 0, blood: false });
    expect(problemsOf(day({ stool: { bristol: null, count: 0, blood: false } }))).toEqual([]);
  });

  it('volumes add up as they are tapped, whatever stood there', () => {
    expect([plus('', 200), plus('150', 200), plus('１５０', 50), plus('abc', 100)]).toEqual(['200', '350', '200', '100']);
    fc.assert(fc.property(fc.string(), (text) => void typedNumber(text)));
  });

  it.each([
    ['2026-11-23T22:30:00Z', 'BREAKFAST', 'MORNING'],
    ['2026-11-23T03:10:00Z', 'LUNCH', 'NOON'],
    ['2026-11-23T06:00:00Z', 'SNACK', 'NOON'],
    ['2026-11-23T10:00:00Z', 'DINNER', 'EVENING'],
    ['2026-11-23T14:00:00Z', 'DINNER', 'BEDTIME'],
  ])('at %s in Japan the meal is %s and the medicine %s', (now, meal, medicine) => {
    expect([mealOf(new Date(now)), medicineOf(new Date(now))]).toEqual([meal, medicine]);
  });
});
