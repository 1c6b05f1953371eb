import { expect, test } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';

test('both languages say the same things, and name as many steps', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(ja).toSorted());
  expect(en.steps).toHaveLength(ja.steps.length);
});
