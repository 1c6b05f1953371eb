/** What may stand in a block (R20, R21), and the one form it is kept in. Pure. */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { containsMyNumber } from '@heya/service-common/my-number';
import { type RoomProblem, textProblems, tidyText } from '../platform/index.ts';

export type Path = string[];
/** Optional as sent: absent and null are both nothing. */
export type Sent<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: T[K] | undefined;
};

/** Letters and digits as on a card: half-width, capital, no blanks. */
export const toCode = (text: string): string =>
  tidyText(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\u3000]/gu, '');

/** @returns null for what is blank */
export const orNull = (text: string | null | undefined): string | null => (text ? tidyText(text) || null : null);
export const codeOrNull = (text: string | null | undefined): string | null => (text ? toCode(text) || null : null);

/** `I63.9`, `F00`: form only, no look into the list (ICD-10, 2013). @returns null when it has another form */
export function toIcd10(text: string): string | null {
  const parts = /^([A-Z]\d{2})\.?(\d{1,2})?$/.exec(toCode(text));
  return parts ? [parts[1], parts[2]].filter(Boolean).join('.') : null;
}

/** 薬価基準収載医薬品コード's twelve characters as YJ has them; ZZZ stands for any maker. */
export const isYjCode = (text: string): boolean => /^\d{7}[A-Z]\d(\d{3}|ZZZ)$/.test(text);

/**
 * 保険者番号: 8 digits (被用者保険, with the 法別番号) or 6 (国民健康保険), the last a check digit (昭和51年保発第45号):
 * the digits before it times 2, 1, 2 … from the right, digits of the products added up, and what is missing to the next ten.
 */
export function isInsurerNumber(text: string): boolean {
  if (!/^(\d{6}|\d{8})$/.test(text)) return false;
  const sum = [...text.slice(0, -1)].reverse().reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return Number(text.at(-1)) === (10 - (sum % 10)) % 10;
}

/** 被保険者番号 of the long-term care insurance; H at the front for those on public assistance without the insurance. */
export const isInsuredNumber = (text: string): boolean => /^(\d|H)\d{9}$/.test(text);

export const invalid = (field: Path): RoomProblem[] => [problem('INVALID', field)];

/** A number of a card: what looks like a My Number is told as that, whatever else is wrong with it. */
export function codeProblems(
  text: string | null | undefined,
  field: Path,
  isRight: (code: string) => boolean,
  required = false,
): RoomProblem[] {
  const problems = textProblems(text, { field, max: 40, required });
  const code = codeOrNull(text);
  return problems.length > 0 || code === null || isRight(code) ? problems : invalid(field);
}

/** A number of Japan cannot be told from a My Number by its digits alone, and is none; any other that could be one is refused. */
export const phoneProblems = (phone: string | null | undefined, field: Path): RoomProblem[] =>
  phone && !phone.startsWith('+81') && containsMyNumber(phone) ? [problem('MY_NUMBER_NOT_ALLOWED', field)] : [];

export function periodProblems(from: string | null | undefined, until: string | null | undefined, field: Path): RoomProblem[] {
  return from && until && until < from ? invalid(field) : [];
}

export const idProblems = (id: string | null | undefined, field: Path): RoomProblem[] => (id && !isId(id) ? invalid(field) : []);

/** 0 is for public assistance; nobody pays more than three tenths. */
export const percentProblems = (percent: number | null | undefined, field: Path): RoomProblem[] =>
  percent === null || percent === undefined || [0, 10, 20, 30].includes(percent) ? [] : invalid(field);

/** Each of a list by its own rule; a list that is longer than any card is no list of one person. */
export function listProblems<T>(
  items: readonly T[],
  { field, max }: { field: Path; max: number },
  rule: (item: T, at: Path) => RoomProblem[],
): RoomProblem[] {
  if (items.length > max) return invalid(field);
  return items.flatMap((item, index) => rule(item, [...field, String(index)]));
}
