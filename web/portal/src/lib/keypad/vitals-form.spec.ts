import { expect, it } from 'vitest';
import { focus, press, type Key } from './keypad.ts';
import { emptyVitals, toVitals } from './vitals-form.ts';

const type = (form: ReturnType<typeof emptyVitals>, keys: string) => ({
  ...form,
  keypad: [...keys].reduce((keypad, key) => press(keypad, (key === '.' ? 'POINT' : key) as Key), form.keypad),
});

it('says how a saturation was taken when oxygen was typed, and when glucose was measured', () => {
  const main = type(emptyVitals(), '365128767296');
  const oxygen = type({ ...main, keypad: focus(main.keypad, 'OXYGEN') }, '1.5');
  const whole = type({ ...oxygen, keypad: focus(oxygen.keypad, 'BLOOD_GLUCOSE'), glucoseWhen: 'BEFORE_MEAL' }, '142');
  const sent = toVitals(whole);
  expect(sent.oxygenLitersPerMinute).toBe(1.5);
  expect(sent.measurements.at(4)).toEqual({ kind: 'SPO2', value: 96, context: 'ON_OXYGEN' });
  expect(sent.measurements.at(5)).toEqual({ kind: 'BLOOD_GLUCOSE', value: 142, context: 'BEFORE_MEAL' });
});

it('is short where nothing more was said', () => {
  expect(toVitals(type(emptyVitals(), '365'))).toEqual({ measurements: [{ kind: 'BODY_TEMPERATURE', value: 36.5 }] });
});
