import { expect, test } from 'vitest';
import { countChosen, everything, toFilter } from './filter.ts';
import { piecesOf } from './snippet.ts';

test('nothing chosen asks for everything; each choice narrows by itself', () => {
  const now = new Date('2026-11-23T00:00:00Z');
  expect([countChosen(everything()), toFilter(everything(), now)]).toEqual([0, null]);
  const chosen = { ...everything(), kinds: ['NOTE' as const], period: '7' as const, who: { id: 'a', name: '鈴木' }, important: true };
  expect(countChosen(chosen)).toBe(4);
  expect(toFilter(chosen, now)).toEqual({
    kinds: ['NOTE'],
    from: '2026-11-16T00:00:00.000Z',
    authorIds: ['a'],
    importance: ['IMPORTANT', 'URGENT'],
  });
});

test('a snippet is cut by code points, marked and plain by turns', () => {
  expect(piecesOf('👵🏻のムセ', [{ start: 3, end: 5 }])).toEqual([
    { text: '👵🏻の', marked: false },
    { text: 'ムセ', marked: true },
  ]);
  expect(piecesOf('ムセ', [])).toEqual([{ text: 'ムセ', marked: false }]);
});
