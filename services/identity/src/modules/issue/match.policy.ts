/** Whether somebody in an application is a person who has an ID already (R3). Pure. */
import type { Profession } from '../user/index.ts';

/** Somebody an ID is asked for. */
export interface Candidate {
  /** Within the application. */
  id: string;
  name: string;
  nameKana: string;
  professions: Profession[];
  title: string | null;
  birthDate: string | null;
  licenceNumber: string | null;
  email: string | null;
  isFacilityAdmin: boolean;
  existingAccountName: string | null;
}

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
export function agreement(candidate: Candidate, known: KnownPerson): MatchReason[] {
  const same = (a: string | null, b: string | null): boolean => Boolean(a) && a === b;
  const holds: Record<MatchReason, boolean> = {
    ACCOUNT_NAME: same(candidate.existingAccountName, known.accountName),
    LICENCE: same(candidate.licenceNumber, known.licenceNumber) && candidate.professions.some((one) => known.professions.includes(one)),
    BIRTH_DATE: same(candidate.birthDate, known.birthDate),
    EMAIL: same(candidate.email, known.email),
    NAME: same(nameKey(candidate.name), nameKey(known.displayName)),
    KANA: same(nameKey(candidate.nameKana), nameKey(known.displayNameKana)),
  };
  return matchReasons.filter((reason) => holds[reason]);
}

export interface IdentityMatch {
  userId: string;
  districtId: string;
  districtName: string;
  reasons: MatchReason[];
  isStrong: boolean;
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
