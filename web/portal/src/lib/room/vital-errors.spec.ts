import { expect, it } from 'vitest';
import { sortVitalErrors } from './vital-errors.ts';

const sent = [{ kind: 'BODY_TEMPERATURE' }, { kind: 'DIASTOLIC' }] as const;

it("lays each of the server's words beside the field it speaks of", () => {
  const sorted = sortVitalErrors(
    [
      { code: 'IMPLAUSIBLE_VALUE', message: 'sure?', field: ['input', 'vitals', 'measurements', '0', 'value'] },
      { code: 'INVALID', message: 'S > D', field: ['input', 'vitals', 'measurements', '1', 'value'] },
      { code: 'INVALID', message: '0–15', field: ['input', 'vitals', 'oxygenLitersPerMinute'] },
      { code: 'MY_NUMBER_NOT_ALLOWED', message: 'no', field: ['input', 'body'] },
    ],
    sent,
  );
  expect(sorted).toEqual({
    slots: { BODY_TEMPERATURE: 'sure?', DIASTOLIC: 'S > D', OXYGEN: '0–15' },
    implausible: ['BODY_TEMPERATURE'],
    fields: {},
    general: ['no'],
  });
});

it('asks about all values when the server names none', () => {
  expect(sortVitalErrors([{ code: 'IMPLAUSIBLE_VALUE', message: 'sure?', field: null }], sent).implausible).toEqual([
    'BODY_TEMPERATURE',
    'DIASTOLIC',
  ]);
});

it('leaves to the page what it shows fields of', () => {
  const errors = [
    { code: 'BLANK' as const, message: 'why?', field: ['input', 'reason'] },
    { code: 'INVALID' as const, message: '0–3000', field: ['input', 'vitals', 'measurements', '0', 'value'] },
    { code: 'INVALID' as const, message: 'which?', field: ['input', 'vitals', 'stool'] },
  ];
  expect(sortVitalErrors(errors, [{ kind: 'FLUID_INTAKE' }], ['reason', 'FLUID_INTAKE'])).toEqual({
    slots: {},
    implausible: [],
    fields: { reason: 'why?', FLUID_INTAKE: '0–3000' },
    general: ['which?'],
  });
});
