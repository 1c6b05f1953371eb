import { describe, expect, it } from 'vitest';
import { emptyKeypad, focus, measurements, press, shown, type Key, type Keypad } from './keypad.ts';

const type = (keys: string, from: Keypad = emptyKeypad()): Keypad => [...keys].reduce((keypad, key) => press(keypad, key as Key), from);

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
});
