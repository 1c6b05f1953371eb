/**
 * How entries of forms 2-1-1 and 2-1-2 are read, told while they are typed. The server reads and judges them again
 * (id-application.form.policy.ts, institution-code.policy.ts); the spec holds the codes against each other.
 */

/** Half-width kana and hiragana become full-width katakana. */
export const readKana = (typed: string): string =>
  tidy(typed)
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
    .replace(/[‐-―−-]/gu, 'ー');

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();

/** Full-width, with blanks or dashes, in small letters: all are ten places. */
export const readInstitutionCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−ー]/gu, '');

export type InstitutionCodeFault = 'SHAPE' | 'PREFECTURE' | 'CHECK_DIGIT';

/** @param code as readInstitutionCode gives it */
export function institutionCodeFault(code: string): InstitutionCodeFault | null {
  if (!/^\d{2}[0-9A-HJ-NPR-Z]\d{7}$/.test(code)) return 'SHAPE';
  const prefecture = Number(code.slice(0, 2));
  if (prefecture < 1 || prefecture > 47) return 'PREFECTURE';
  return checkDigitOf(code.slice(0, 9)) === Number(code[9]) ? null : 'CHECK_DIGIT';
}

/** Weights 2 and 1 from the right, digits of the products added, modulo 10; a letter counts 10 (A) to 32. */
function checkDigitOf(body: string): number {
  const products = [...body].reverse().map((place, index) => valueOf(place) * (index % 2 === 0 ? 2 : 1));
  const sum = products.flatMap((product) => [...String(product)]).reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10;
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const valueOf = (place: string): number => (/\d/.test(place) ? Number(place) : 10 + letters.indexOf(place));
