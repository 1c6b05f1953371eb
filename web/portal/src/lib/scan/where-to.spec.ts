import { expect, test } from 'vitest';
import { whereTo } from './where-to.ts';

const page = (number: number, taskId: string | null, ...receiptNumbers: string[]) => ({
  number,
  taskId,
  receiptNumbers,
  isDiscarded: false,
});

test('the pages of a file are told by the application they went to', () => {
  const pages = [page(1, 'one', 'A'), page(2, 'one'), page(3, null), page(4, 'two', 'B'), { ...page(5, null), isDiscarded: true }];
  expect(whereTo({ replayed: false, pages })).toEqual({
    filed: [
      { taskId: 'one', receiptNumber: 'A', pages: 2 },
      { taskId: 'two', receiptNumber: 'B', pages: 1 },
    ],
    unread: 1,
    replayed: false,
  });
});
