/** R24: ranges of one patient are set at once; what nobody touched stays as it was set. */
import { expect, it } from 'vitest';
import type { RangePartsFragment } from '@heya/client/generated/graphql';
import { limitsOf, toDraft, toRanges, wrongEnds } from './range-form.ts';

const range = (kind: RangePartsFragment['kind'], isDefault: boolean): RangePartsFragment => ({
  kind,
  isDefault,
  low: null,
  high: 130,
  criticalLow: null,
  criticalHigh: null,
  setByName: null,
  setAt: null,
});
const draft = { criticalLow: '', low: '９０', high: '140', criticalHigh: ' 160 ' };
const limits = { criticalLow: null, low: 90, high: 140, criticalHigh: 160 };

it('goes out with the others that were set, and without those that are usual', () => {
  const standing = [range('PULSE', false), range('SPO2', true), range('SYSTOLIC', false)];
  expect(toRanges(standing, 'SYSTOLIC', draft).map(({ kind }) => kind)).toEqual(['PULSE', 'SYSTOLIC']);
  expect(toRanges(standing, 'SYSTOLIC', draft).at(-1)).toEqual({ kind: 'SYSTOLIC', ...limits });
  expect(toRanges(standing, 'SYSTOLIC', null).map(({ kind }) => kind)).toEqual(['PULSE']);
});

it('reads numbers in any width, and says which are none', () => {
  expect(limitsOf(draft)).toEqual(limits);
  expect(wrongEnds({ ...draft, low: '九十', criticalLow: '-1' })).toEqual(['criticalLow', 'low']);
  expect(toDraft({ low: 90, high: null })).toEqual({ criticalLow: '', low: '90', high: '', criticalHigh: '' });
});
