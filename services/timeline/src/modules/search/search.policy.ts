/** What is looked for, and what is shown of what was found (R27). Pure. */
import { fold, foldWithPlaces } from './search.fold.ts';

export const queryLength = 100;
const mostWords = 10;

/** Single ideographs are words; a single kana, letter or digit is in nearly every text. */
const isFindable = (word: string): boolean => [...word].length > 1 || /\p{Script=Han}/u.test(word);

/** @returns the words that must all be there, folded; undefined for what cannot be looked for */
export function wordsOf(query: string): string[] | undefined {
  if ([...query].length > queryLength || query.includes('\0')) return undefined;
  const words = [...new Set(fold(query).split(/\s+/u).filter(Boolean))];
  return words.length <= mostWords && words.some(isFindable) ? words : undefined;
}

/** Code points of a snippet: the first and one behind the last. */
export interface TextRange {
  start: number;
  end: number;
}

export interface Highlight {
  text: string;
  ranges: TextRange[];
}

const around = 24;
const mostSnippets = 3;
/** However closely the words follow each other. */
const longestSnippet = 160;

/** @returns pieces of the text around the words, in its order, at most three, each word in one of them as far as there is room; none when a word is not there */
export function highlightsOf(body: string, words: readonly string[]): Highlight[] {
  const text = [...body];
  const found = findAll(body, words);
  if (!found) return [];
  const windows = merge(found.map(({ start, end }) => ({ start: Math.max(0, start - around), end: Math.min(text.length, end + around) })));
  return choose(
    windows.map(({ start, end }) => ({ start, end: Math.min(end, start + longestSnippet) })),
    found,
  ).map(({ start, end }) => ({
    text: `${start > 0 ? '…' : ''}${text.slice(start, end).join('')}${end < text.length ? '…' : ''}`,
    ranges: merge(found.filter((range) => range.start >= start && range.end <= end)).map((range) => shift(range, start)),
  }));
}

interface Place extends TextRange {
  word: string;
}

function findAll(body: string, words: readonly string[]): Place[] | undefined {
  const { chars, from, to } = foldWithPlaces(body);
  const places = words.map((word) => {
    const wanted = [...word];
    const starts = chars.flatMap((_, at) => (wanted.every((char, index) => chars[at + index] === char) ? [at] : []));
    return starts.map((at) => ({ word, start: from[at] ?? 0, end: to[at + wanted.length - 1] ?? 0 }));
  });
  return places.every(({ length }) => length > 0) ? places.flat().sort((a, b) => a.start - b.start) : undefined;
}

/** Those with a word that no earlier one holds come first; each word is shown once. */
function choose(windows: readonly TextRange[], found: readonly Place[]): TextRange[] {
  const seen = new Set<string>();
  const fresh = windows.filter(({ start, end }) => {
    const before = seen.size;
    for (const place of found) if (place.start >= start && place.end <= end) seen.add(place.word);
    return seen.size > before;
  });
  const chosen = [...new Set([...fresh, ...windows])].slice(0, mostSnippets);
  return windows.filter((window) => chosen.includes(window));
}

/** @param ranges in order of their beginnings @returns those that touch as one */
function merge(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Behind the sign that something was left out. */
function shift({ start, end }: TextRange, by: number): TextRange {
  const behind = by > 0 ? by - 1 : 0;
  return { start: start - behind, end: end - behind };
}
