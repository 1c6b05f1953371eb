import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyKeypad,
  filledKeypad,
  focus,
  measurements,
  press,
  shown,
  shownSlots,
  valueOf,
  type Key,
  type Keypad,
  type Slot,
} from './keypad.ts';

const type = (keys: string, from: Keypad = emptyKeypad()): Keypad =>
  [...keys].reduce((keypad, key) => press(keypad, key === '.' ? 'POINT' : (key as Key)), from);

describe('vitals keypad', () => {
  it('fills five fields with twelve digits', () => {
    expect(measurements(type('365128767296'))).toEqual([
      { kind: 'BODY_TEMPERATURE', value: 36.5 },
      { kind: 'SYSTOLIC', value: 128 },
      { kind: 'DIASTOLIC', value: 76 },
      { kind: 'PULSE', value: 72 },
      { kind: 'SPO2', value: 96 },
    ]);
  });

  it('waits for the third digit where one can follow', () => {
    const keypad = type('3719810410098');
    expect(keypad.digits).toEqual({ BODY_TEMPERATURE: '371', SYSTOLIC: '98', DIASTOLIC: '104', PULSE: '100', SPO2: '98' });
  });

  it('leaves a field empty when it is passed over', () => {
    const keypad = press(press(type('365'), 'NEXT'), 'NEXT');
    expect(measurements(type('72', keypad))).toEqual([
      { kind: 'BODY_TEMPERATURE', value: 36.5 },
      { kind: 'PULSE', value: 72 },
    ]);
  });

  it('takes back digit by digit, across fields', () => {
    const back = press(press(type('365'), 'BACK'), 'BACK');
    expect(back.active).toBe('BODY_TEMPERATURE');
    expect(back.digits.BODY_TEMPERATURE).toBe('36');
  });

  it('starts a full field anew when it is typed into again', () => {
    const again = type('372', focus(type('365128'), 'BODY_TEMPERATURE'));
    expect(shown('BODY_TEMPERATURE', again.digits.BODY_TEMPERATURE)).toBe('37.2');
  });

  it('replaces what was half typed when the field is chosen again', () => {
    const again = type('96', focus(type('3651287672' + '9'), 'SPO2'));
    expect(again.digits.SPO2).toBe('96');
  });

  it('is empty at first', () => {
    expect(measurements(emptyKeypad())).toEqual([]);
  });

  it.each<[Slot, string, number]>([
    ['RESPIRATION', '18', 18],
    ['BLOOD_GLUCOSE', '72', 72],
    ['BLOOD_GLUCOSE', '650', 650],
    ['WEIGHT', '45.2', 45.2],
    ['WEIGHT', '102.3', 102.3],
    ['WEIGHT', '45', 45],
    ['PAIN', '0', 0],
    ['PAIN', '10', 10],
    ['OXYGEN', '1.5', 1.5],
    ['OXYGEN', '15', 15],
  ])('a further field is opened by one tap: %s %s', (slot, keys, value) => {
    const keypad = type(keys, focus(emptyKeypad(), slot));
    expect(shownSlots(keypad)).toContain(slot);
    expect(valueOf(slot, keypad.digits[slot])).toBe(value);
    // Oxygen is how the saturation was taken, no measurement.
    expect(measurements(keypad)).toEqual(slot === 'OXYGEN' ? [] : [{ kind: slot, value }]);
  });

  it('a further field comes after those before it, and what was opened and left empty is not sent', () => {
    const keypad = type('365128767296', focus(focus(emptyKeypad(), 'OXYGEN'), 'BODY_TEMPERATURE'));
    expect([keypad.active, measurements(keypad).length]).toEqual(['OXYGEN', 5]);
  });

  it('what stands can be put right: moved over it stays, typed into it is replaced', () => {
    const standing = [
      { kind: 'BLOOD_GLUCOSE', value: 98 },
      { kind: 'BODY_TEMPERATURE', value: 39 },
      { kind: 'WEIGHT', value: 45 },
      { kind: 'FLUID_INTAKE', value: 200 },
    ] as const;
    const keypad = filledKeypad(standing, 2);
    expect([keypad.active, shown('BODY_TEMPERATURE', keypad.digits.BODY_TEMPERATURE)]).toEqual(['BODY_TEMPERATURE', '39.0']);
    const passed = Array.from({ length: 12 }, () => 'NEXT' as const).reduce<Keypad>(press, keypad);
    expect(measurements(passed)).toEqual([
      { kind: 'BODY_TEMPERATURE', value: 39 },
      { kind: 'BLOOD_GLUCOSE', value: 98 },
      { kind: 'WEIGHT', value: 45 },
    ]);
    expect(valueOf('OXYGEN', passed.digits.OXYGEN)).toBe(2);
    const right = type('142', press(focus(type('360', keypad), 'OXYGEN'), 'NEXT'));
    expect([right.digits.BODY_TEMPERATURE, right.digits.BLOOD_GLUCOSE]).toEqual(['360', '142']);
  });

  it('whatever is pressed, what stands in a field is a number or nothing', () => {
    const keys = fc.constantFrom<Key | Slot>('0', '1', '5', '9', 'POINT', 'BACK', 'NEXT', 'WEIGHT', 'OXYGEN', 'PAIN', 'PULSE');
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        const keypad = pressed.reduce(
          (state, key) => (key in { WEIGHT: 1, OXYGEN: 1, PAIN: 1, PULSE: 1 } ? focus(state, key as Slot) : press(state, key as Key)),
          emptyKeypad(),
        );
        for (const slot of shownSlots(keypad)) expect(valueOf(slot, keypad.digits[slot]) ?? 0).toBeLessThan(1_000);
        expect(shownSlots(keypad)).toContain(keypad.active);
      }),
    );
  });
});
