/** How the inbox finds a number, a name or a facility, in Japanese too, where words have no blanks and two letters are a name. Pure. */
import { toKatakana } from '../../kana.ts';

/** One form of what was typed and of what is kept: widths, kana and case are all the same, blanks, dashes and what nobody sees nothing. */
export const searchable = (text: string): string =>
  toKatakana(text)
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}\-‐-―−・,.()（）]/gu, '');

/** What an index holds of texts: every letter and every two that stand together. @param text as searchText() gives it */
export function gramsOf(text: string): string[] {
  const grams = text
    .split('\n')
    .flatMap((part) => [...part].flatMap((letter, index, letters) => [letter, (letters[index - 1] ?? '') + letter]));
  return [...new Set(grams)];
}

/** What a text that holds this one must have; a single letter is looked for by itself. */
export function soughtGrams(text: string): string[] {
  const letters = [...text];
  return letters.length < 2 ? letters : [...new Set(letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter))];
}

/** Several texts that belong to one piece of work, kept apart so that nothing is found across them. */
export const searchText = (parts: readonly (string | null | undefined)[]): string =>
  [...new Set(parts.map((part) => searchable(part ?? '')).filter(Boolean))].join('\n');
