/** CSV that a spreadsheet takes for text and nothing else (V39, ASVS 1.2.10). Pure. */

/** What begins a formula, half- or full-width, after blanks too. */
const formula = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell of RFC 4180; what a spreadsheet would calculate is led by an apostrophe. */
export const csvCell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** @returns lines ended by CRLF, led by the mark by which spreadsheets know UTF-8 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
