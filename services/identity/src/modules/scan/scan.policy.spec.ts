import { expect, test } from 'vitest';
import { numbersOf } from './scan.policy.ts';

const pages = (...numbers: string[][]) => numbers.map((receiptNumbers) => ({ receiptNumbers }));

test('a page is filed by its own number; without one by that of its file, while there is only one', () => {
  expect(numbersOf(pages([], ['A'], []))).toEqual(['A', 'A', 'A']);
  expect(numbersOf(pages(['A'], [], ['B']))).toEqual(['A', null, 'B']);
  expect(numbersOf(pages(['A', 'B'], ['A']))).toEqual([null, 'A']);
  expect(numbersOf(pages([], []))).toEqual([null, null]);
});
