import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, searchable, searchText, soughtGrams } from './search.policy.ts';

test('whatever is part of a text is found by what the index holds of it', () => {
  const text = fc.string({ unit: 'grapheme' }).map((typed) => typed.replaceAll('\n', ''));
  fc.assert(
    fc.property(text, text, text, (before, part, after) => {
      const held = new Set(gramsOf(before + part + after));
      for (const gram of soughtGrams(part)) expect(held.has(gram)).toBe(true);
    }),
  );
});

test('a number, a name and a facility are found however they are typed', () => {
  const kept = searchText(['ID26-000123-4', '佐藤 健一', 'サトウ ケンイチ', 'わかば診療所', null]);
  for (const typed of ['id26 000123', '０００１２３－４', '佐藤健', 'さとう', 'ｻﾄｳ', 'ワカバ', '診療所'])
    expect(kept).toContain(searchable(typed));
  for (const typed of ['1234佐藤', '一サトウ']) expect(kept).not.toContain(searchable(typed));
});
