import { expect, test } from 'vitest';
import { romanise } from './romaji.ts';

test('kana as they are typed with Latin letters, in both spellings, with long vowels and without', () => {
  expect(romanise('サトウ ケンイチ')).toEqual(['satou keniti', 'sato keniti', 'satou kenichi', 'sato kenichi']);
  expect(romanise('しょうじ')).toEqual(['syouzi', 'syozi', 'shouji', 'shoji']);
  expect(romanise('ﾎｯﾀ')).toEqual(['hotta']);
  expect(romanise('チュウジョウ')).toContain('chujo');
});

test('what is no kana has no spelling', () => {
  expect(romanise('佐藤')).toEqual([]);
  expect(romanise('sato-0042')).toEqual([]);
});
