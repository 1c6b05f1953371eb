/** Whether somebody in an application is a person who has an ID already (R3). Pure. */
import type { Applicant } from './id-application.entity.ts';

export const matchReasons = ['ACCOUNT_NAME', 'LICENCE', 'BIRTH_DATE', 'EMAIL', 'NAME', 'KANA'] as const;
export type MatchReason = (typeof matchReasons)[number];

export interface KnownPerson {
  userId: string;
  accountName: string;
  displayName: string;
  displayNameKana: string | null;
  professions: readonly string[];
  birthDate: string | null;
  licenceNumber: string | null;
  email: string | null;
}

/** Blanks and dots between the parts of a name are written in every way. */
export const nameKey = (name: string | null): string => (name ?? '').normalize('NFKC').replaceAll(/[\s・]/gu, '');

/** @returns what agrees, in order of weight */
export function agreement(applicant: Applicant, known: KnownPerson): MatchReason[] {
  const same = (a: string | null, b: string | null): boolean => Boolean(a) && a === b;
  const holds: Record<MatchReason, boolean> = {
    ACCOUNT_NAME: same(applicant.existingAccountName, known.accountName),
    LICENCE: same(applicant.licenceNumber, known.licenceNumber) && applicant.professions.some((one) => known.professions.includes(one)),
    BIRTH_DATE: same(applicant.birthDate, known.birthDate),
    EMAIL: same(applicant.email, known.email),
    NAME: same(nameKey(applicant.name), nameKey(known.displayName)),
    KANA: same(nameKey(applicant.nameKana), nameKey(known.displayNameKana)),
  };
  return matchReasons.filter((reason) => holds[reason]);
}

/** Enough to be shown to an officer: a name alone is shared by many, a mail box by an office. */
export function isMatch(reasons: readonly MatchReason[]): boolean {
  const has = (reason: MatchReason): boolean => reasons.includes(reason);
  const named = has('NAME') || has('KANA');
  return has('ACCOUNT_NAME') || has('LICENCE') || (has('NAME') && has('KANA')) || (named && (has('BIRTH_DATE') || has('EMAIL')));
}

/** Hardly anybody else: an officer has to say whether it is the same person. */
export function isStrong(reasons: readonly MatchReason[]): boolean {
  const has = (reason: MatchReason): boolean => reasons.includes(reason);
  const named = has('NAME') || has('KANA');
  return named && (has('ACCOUNT_NAME') || has('LICENCE') || has('BIRTH_DATE'));
}
