import { expect, test } from 'vitest';
import { beginningOf, readTyped, typedOf } from './settings.ts';

const days = { kind: 'NUMBER', minimum: 1, maximum: 60 } as const;
const blank = { number: '', flag: 'NO', day: '', choices: [] } as const;
const read = (rule: Parameters<typeof readTyped>[0], typed: object) => readTyped(rule, { ...blank, choices: [], ...typed });

test('each kind sends the one field that fits it, whatever else was typed', () => {
  expect(read(days, { number: ' １４ ', flag: 'YES' })).toEqual({ value: { number: 14 } });
  expect(read({ ...days, kind: 'FLAG' }, { flag: 'YES', number: '3' })).toEqual({ value: { flag: true } });
  expect(read({ ...days, kind: 'DAY' }, { day: '2027-04-01' })).toEqual({ value: { day: '2027-04-01' } });
  expect(read({ ...days, kind: 'DAY' }, {})).toEqual({ value: {} });
  expect(read({ ...days, kind: 'CHOICES' }, { choices: ['NURSE'] })).toEqual({ value: { choices: ['NURSE'] } });
});

test('what does not fit is told before it is sent', () => {
  for (const number of ['', ' ', '0', '61', '2.5', '十四']) expect(read(days, { number })).toHaveProperty('problem');
  expect(read({ ...days, kind: 'CHOICES' }, {})).toHaveProperty('problem');
});

test('a form begins with what holds now; a coming day begins at midnight in Japan', () => {
  expect(typedOf({ number: 14, flag: null, day: null, choices: null })).toEqual({ ...blank, choices: [], number: '14' });
  expect([beginningOf('2026-11-23', '2026-11-22'), beginningOf('2026-11-22', '2026-11-22'), beginningOf('', '2026-11-22')]).toEqual([
    '2026-11-23T00:00:00+09:00',
    null,
    null,
  ]);
});
