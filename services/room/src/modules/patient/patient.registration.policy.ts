/** What may be registered of a patient (R20, R21). Pure. */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { type RoomProblem, textProblems, tidyText } from '../platform/index.ts';
import type { AdministrativeSex } from './patient.entity.ts';

export interface PatientProfileFields {
  name: string;
  nameKana: string;
  sex: AdministrativeSex;
  birthDate: string;
  postalCode: string | null;
  address: string;
  phone: string | null;
}

export interface RegistrationInput extends Omit<PatientProfileFields, 'postalCode' | 'phone'> {
  idempotencyKey: string;
  isAnother?: boolean | null;
  postalCode?: string | null;
  phone?: string | null;
}

/** Before this year nobody alive was born. */
export const earliestBirthDate = '1870-01-01';
const input = (name: string): string[] => ['input', name];

export function registrationProblems(given: RegistrationInput, today: string): RoomProblem[] {
  return [
    ...(isId(given.idempotencyKey) ? [] : [problem('INVALID' as const, input('idempotencyKey'))]),
    ...(given.birthDate > today || given.birthDate < earliestBirthDate ? [problem('INVALID' as const, input('birthDate'))] : []),
    ...profileProblems(given),
  ];
}

type ProfileTexts = Pick<RegistrationInput, 'name' | 'nameKana' | 'postalCode' | 'address'>;

/** What is wrong with the texts, whether they are new or changed. */
export function profileProblems(given: ProfileTexts): RoomProblem[] {
  const kana = toKatakana(given.nameKana);
  return [
    ...textProblems(given.name, { field: input('name'), max: 100, required: true }),
    ...firstOf(
      textProblems(given.nameKana, { field: input('nameKana'), max: 100, required: true }),
      isKana(kana) ? [] : [problem('INVALID' as const, input('nameKana'))],
    ),
    ...firstOf(
      textProblems(given.postalCode, { field: input('postalCode'), max: 20 }),
      given.postalCode && !toPostalCode(given.postalCode) ? [problem('INVALID' as const, input('postalCode'))] : [],
    ),
    ...textProblems(given.address, { field: input('address'), max: 200, required: true }),
  ];
}

const firstOf = (first: RoomProblem[], second: RoomProblem[]): RoomProblem[] => (first.length > 0 ? first : second);

/** @returns the profile as it is stored: one form for every way of typing it */
export function normaliseProfile(given: Omit<RegistrationInput, 'idempotencyKey' | 'isAnother'>): PatientProfileFields {
  return {
    name: tidyText(given.name),
    nameKana: toKatakana(given.nameKana),
    sex: given.sex,
    birthDate: given.birthDate,
    postalCode: given.postalCode ? toPostalCode(given.postalCode) : null,
    address: tidyText(given.address),
    phone: given.phone ?? null,
  };
}

/** Hiragana and half-width kana become full-width katakana; blanks become one. */
export function toKatakana(text: string): string {
  const full = tidyText(text.normalize('NFKC')).replace(/\s+/gu, ' ');
  return full.replace(/[ぁ-ゖ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60));
}

export const isKana = (text: string): boolean => /^[ァ-ヺー・ヽヾ ]+$/u.test(text) && /[ァ-ヺ]/u.test(text);

/** @returns `842-0001`, or null when it is no Japanese postal code */
export function toPostalCode(text: string): string | null {
  const parts = /^〒?\s*(\d{3})[-‐-―−ー]?(\d{4})$/u.exec(tidyText(text.normalize('NFKC')));
  return parts ? `${parts[1]}-${parts[2]}` : null;
}
