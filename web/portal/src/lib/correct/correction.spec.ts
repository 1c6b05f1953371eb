/** R24: a correction is a whole record; what nobody touched goes along as it stood. */
import { expect, it } from 'vitest';
import { focus, press, type Key } from '#lib/keypad/keypad.ts';
import { beginCorrection, isEmpty, isUnchanged, partsOf, type StandingRecord, toRight } from './correction.ts';
import { hrefBack } from './where-from.ts';

const record = {
  takenAt: '2026-11-23T00:12:34.000Z',
  note: '朝食前',
  oxygenLitersPerMinute: null,
  consciousness: null,
  sleepHours: null,
  bath: null,
  fall: null,
  stool: null,
  meals: [],
  medicines: [
    { slot: 'AS_NEEDED', outcome: 'TAKEN', note: null },
    { slot: 'AS_NEEDED', outcome: 'REFUSED', note: 'ねむい' },
  ],
  measurements: [
    { kind: 'BODY_TEMPERATURE', value: 39.5, context: null },
    { kind: 'SPO2', value: 96, context: 'AFTER_EXERCISE' },
    { kind: 'BLOOD_GLUCOSE', value: 98, context: 'BEFORE_MEAL' },
    { kind: 'FLUID_INTAKE', value: 200, context: null },
  ],
} as unknown as StandingRecord;

it('sends everything that stands with what was changed, at the very moment it was measured', () => {
  const begun = beginCorrection(record);
  expect([begun.takenAt, isUnchanged(record, begun), partsOf(record)]).toEqual(['2026-11-23T09:12', true, { measured: true, day: true }]);
  const keypad = [...'365'].reduce((pad, key) => press(pad, key as Key), focus(begun.vitals.keypad, 'BODY_TEMPERATURE'));
  const changed = { ...begun, vitals: { ...begun.vitals, keypad, glucoseWhen: '' as const } };
  expect(isUnchanged(record, changed)).toBe(false);
  expect(toRight(record, changed)).toEqual({
    takenAt: record.takenAt,
    note: '朝食前',
    measurements: [
      { kind: 'BODY_TEMPERATURE', value: 36.5 },
      { kind: 'SPO2', value: 96, context: 'AFTER_EXERCISE' },
      { kind: 'BLOOD_GLUCOSE', value: 98 },
      { kind: 'FLUID_INTAKE', value: 200 },
    ],
    medicines: [
      { slot: 'AS_NEEDED', outcome: 'TAKEN' },
      { slot: 'AS_NEEDED', outcome: 'REFUSED', note: 'ねむい' },
    ],
  });
  expect(toRight(record, { ...begun, takenAt: '2026-11-23T08:00' })?.takenAt).toBe('2026-11-22T23:00:00.000Z');
  expect(toRight(record, { ...begun, takenAt: '' })).toBeNull();
});

it('what was only seen has no keys, and nothing at all is no correction', () => {
  const seen = { ...record, measurements: [], medicines: [], fall: true } as StandingRecord;
  expect(partsOf(seen)).toEqual({ measured: false, day: true });
  const begun = beginCorrection(seen);
  const right = toRight(seen, { ...begun, day: { ...begun.day, fall: '' } });
  expect(right && isEmpty(right)).toBe(true);
});

it('leads back to where it was begun, and nowhere else', () => {
  expect(['body', 'post', 'https://elsewhere.example', 'constructor', null].map((from) => hrefBack('r', 'p', from))).toEqual([
    '/rooms/r/body',
    '/rooms/r/posts/p',
    '/rooms/r',
    '/rooms/r',
    '/rooms/r',
  ]);
});
