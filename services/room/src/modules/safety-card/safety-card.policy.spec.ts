import { expect, test } from 'vitest';
import { localityOf } from './safety-card.policy.ts';

test('a part of town is what stands before the first number, in whatever width it was typed', () => {
  expect(localityOf('東京都世田谷区桜丘５丁目２０−１')).toBe('東京都世田谷区桜丘');
  expect(localityOf('三重県四日市市 諏訪町1-5')).toBe('三重県四日市市諏訪町');
  expect(localityOf('愛知県一宮市本町二丁目5番6号')).toBe('愛知県一宮市本町');
  expect(localityOf('千葉県千葉市中央区')).toBe('千葉県千葉市中央区');
  expect(localityOf('')).toBe('');
});
