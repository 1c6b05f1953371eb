/** A table for spreadsheets. */

/** What begins a formula, half- or full-width, after blanks too (V39): led by an apostrophe it is text. */
const formula = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** @returns RFC 4180, led by the mark by which spreadsheets know UTF-8 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
