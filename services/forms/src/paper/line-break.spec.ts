import { expect, test } from 'vitest';
import { breakLines } from './line-break.ts';

/** Full-width characters count two, others one. */
const measure = (grapheme: string) => (/^[\u0020-\u007e]/.test(grapheme) ? 1 : 2);
const broken = (text: string, width: number) => breakLines(text, width, measure);

test('no line begins with a mark that belongs to the one before, or ends with an opening one', () => {
  expect(broken('あいうえお。かきく', 10)).toEqual(['あいうえ', 'お。かきく']);
  expect(broken('あいうえ「かき」く', 10)).toEqual(['あいうえ', '「かき」く']);
  expect(broken('あいうケーキを', 8)).toEqual(['あいう', 'ケーキを']);
});

test('numbers and words stay whole, and a word longer than the line breaks at a joint', () => {
  expect(broken('電話 0900-00-1000 へ', 14)).toEqual(['電話', '0900-00-1000', 'へ']);
  expect(broken('someone.with.a.name@clinic.example.jp', 20)).toEqual(['someone.with.a.name@', 'clinic.example.jp']);
  expect(broken('w'.repeat(25), 10)).toEqual(['w'.repeat(10), 'w'.repeat(10), 'w'.repeat(5)]);
});

test('line feeds end lines; nothing is one empty line; a single sign wider than the line stands alone', () => {
  expect(broken('あ\n\nい', 10)).toEqual(['あ', '', 'い']);
  expect(broken('', 10)).toEqual(['']);
  expect(broken('あい', 1)).toEqual(['あ', 'い']);
});

test('signs of several code points are not torn apart', () => {
  expect(broken('か\u3099き', 2)).toEqual(['か\u3099', 'き']);
  expect(broken('𠮷𠮷', 2)).toEqual(['𠮷', '𠮷']);
});
