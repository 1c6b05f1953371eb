/**
 * The ten-digit code of a medical institution (医療機関コード) or a care office (介護保険事業所番号). Pure.
 * Both are built alike: prefecture 2, kind 1 (medical: 1 医科, 3 歯科, 4 調剤, 6 訪問看護; care offices also 0, 5, 7, 8, 9), municipality 2,
 * number 4, check digit 1. The check digit is counted over all nine before it
 * (昭和51年保発第45号ほか: weights 2 and 1 from the right, digits of the products added, modulo 10).
 */

export type InstitutionCodeFault = 'SHAPE' | 'PREFECTURE' | 'CHECK_DIGIT';

/** Offices of 総合事業 have a letter in the third place; I, O and Q are not used. */
const shape = /^\d{2}[0-9A-HJ-NPR-Z]\d{7}$/;
const prefectures = 47;

/** However it was typed: full-width, with blanks or dashes. */
export const readInstitutionCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−ー]/gu, '');

/** @param code as readInstitutionCode gives it @returns what is wrong with it, or null */
export function institutionCodeFault(code: string): InstitutionCodeFault | null {
  if (!shape.test(code)) return 'SHAPE';
  const prefecture = Number(code.slice(0, 2));
  if (prefecture < 1 || prefecture > prefectures) return 'PREFECTURE';
  return checkDigitOf(code.slice(0, 9)) === Number(code[9]) ? null : 'CHECK_DIGIT';
}

/** @param body the nine places before it; a letter counts 10 (A) to 32 */
export function checkDigitOf(body: string): number {
  const products = [...body].reverse().map((place, index) => valueOf(place) * (index % 2 === 0 ? 2 : 1));
  const sum = products.reduce((total, product) => total + digitSum(product), 0);
  return (10 - (sum % 10)) % 10;
}

/** A = 10 … Z = 32: the three letters that are not used are not counted. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const valueOf = (place: string): number => (/\d/.test(place) ? Number(place) : 10 + letters.indexOf(place));
const digitSum = (value: number): number => [...String(value)].reduce((total, digit) => total + Number(digit), 0);
