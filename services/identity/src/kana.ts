/** Kana however they were typed: half-width, full-width and hiragana become full-width katakana. Pure. */
export const toKatakana = (text: string): string =>
  text.normalize('NFKC').replace(/[\u3041-\u3096]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60));
