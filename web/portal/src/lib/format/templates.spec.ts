import { expect, it } from 'vitest';
import { isOnlyHeadings, withTemplate } from './templates.ts';

it('stands after what was typed, and says nothing by itself', () => {
  const headings = 'いまの状態：\nお願い：';
  expect(withTemplate('書きかけ\n', headings)).toBe(`書きかけ\n${headings}`);
  expect(withTemplate(' ', headings)).toBe(headings);
  expect([
    isOnlyHeadings(`${headings}\n`, headings),
    isOnlyHeadings('いまの状態：安定\nお願い：', headings),
    isOnlyHeadings('', headings),
  ]).toEqual([true, false, false]);
});
