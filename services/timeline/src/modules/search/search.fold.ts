/**
 * One form of each word, in whatever width, kana or case it was written: as the database folds it (migrations, search_fold). Here each folded
 * character knows where in the text it came from, so that what is found can be shown in the text as it was written. Pure.
 */
export interface Folded {
  /** Code points. */
  chars: readonly string[];
  /** For each folded code point, those of the text from which it came: first, and one behind the last. */
  from: readonly number[];
  to: readonly number[];
}

const kanaShift = 0x60;
const asHiragana = (char: string): string => String.fromCodePoint((char.codePointAt(0) ?? 0) - kanaShift);

export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶヽヾ]/g, asHiragana);

/** A character with the marks that belong to it: ﾊ and ﾞ are one バ. */
const cluster = /[^][\p{M}\uFF9E\uFF9F]*/gu;

export function foldWithPlaces(text: string): Folded {
  const [chars, from, to]: [string[], number[], number[]] = [[], [], []];
  let place = 0;
  for (const [part] of text.matchAll(cluster)) {
    const end = place + [...part].length;
    for (const char of fold(part)) {
      chars.push(char);
      from.push(place);
      to.push(end);
    }
    place = end;
  }
  return { chars, from, to };
}
