/** R24: limits as the server has them, in words that a person reads. */
import { expect, it } from 'vitest';
import { besideField, flagIn, usualOf } from './ranges.ts';

const temperature = usualOf({ kind: 'BODY_TEMPERATURE', low: null, high: 37.5, criticalLow: 35, criticalHigh: 38 });
const saturation = usualOf({ kind: 'SPO2', low: 92, criticalLow: 90 });

it('names what is still usual, both ends included', () => {
  expect(besideField('BODY_TEMPERATURE', 36.5, temperature)).toBe('前回 36.5 / ふだん 35.0–37.4');
  expect(besideField('SPO2', undefined, saturation)).toBe('ふだん 93以上');
  expect(besideField('PULSE', 72, undefined)).toBe('前回 72');
});

it.each([
  [temperature, 37.4, 'NORMAL'],
  [temperature, 37.5, 'HIGH'],
  [temperature, 38, 'CRITICAL_HIGH'],
  [temperature, 35, 'NORMAL'],
  [temperature, 34.9, 'CRITICAL_LOW'],
  [saturation, 92, 'LOW'],
  [saturation, 90, 'LOW'],
  [saturation, 89, 'CRITICAL_LOW'],
  [undefined, 1, 'NORMAL'],
] as const)('marks a value as the server will: %#', (range, value, flag) => {
  expect(flagIn(range, value)).toBe(flag);
});
