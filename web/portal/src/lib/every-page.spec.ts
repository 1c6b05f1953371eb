import { expect, test } from 'vitest';
import { everyPage } from './every-page.ts';

test('every page is read to the last, each after the one before', async () => {
  const asked: (string | null)[] = [];
  const pages = [['a', 'b'], ['c'], ['d']];
  const all = await everyPage((after) => {
    asked.push(after);
    const at = Number(after ?? 0);
    return Promise.resolve({ nodes: pages[at] ?? [], pageInfo: { hasNextPage: at < 2, endCursor: String(at + 1) } });
  });
  expect([all, asked]).toEqual([
    ['a', 'b', 'c', 'd'],
    [null, '1', '2'],
  ]);
});

test('a list that may not be seen has nobody in it', async () => {
  expect(await everyPage(() => Promise.resolve(null))).toEqual([]);
});
