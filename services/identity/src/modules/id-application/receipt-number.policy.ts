/** The number under which an application is spoken of on the telephone, e.g. `ID26-000123-4`: year, count, check digit. Pure. */

const prefix = 'ID';
const places = 6;

/** Damm's quasigroup: notices every single wrong digit and every two that changed places. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

const checkDigit = (digits: string): number => [...digits].reduce((row, digit) => damm[row]?.[Number(digit)] ?? 0, 0);

/** @param day calendar day in Japan, `2026-11-22` @param count of the year, from 1 */
export function receiptNumberOf(day: string, count: number): string {
  const [year, serial] = [day.slice(2, 4), String(count).padStart(places, '0')];
  return `${prefix}${year}-${serial}-${checkDigit(year + serial)}`;
}

/** However it was typed or heard: full-width, small, without prefix and dashes. @returns as it was given out, or null when it is none */
export function readReceiptNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−ー]/gu, '');
  const digits = /^(?:ID)?(\d{9})$/.exec(plain)?.[1];
  if (!digits || checkDigit(digits) !== 0) return null;
  return `${prefix}${digits.slice(0, 2)}-${digits.slice(2, 8)}-${digits[8]}`;
}
