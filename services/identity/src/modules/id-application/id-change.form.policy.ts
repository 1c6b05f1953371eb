/** What form 2-2 must say, and in which form it is kept (R7, R21). Pure. */
import { readReason } from '../problem/index.ts';
import type { IdChangeKind } from '../id-change/index.ts';
import { formProblem, type FormProblem, type Hint } from './form-problem.errors.ts';
import { email, kana, orNull, readEmail, readKana, textProblems, tidy } from './id-application.form.policy.ts';
import { institutionCodeFault, type InstitutionCodeFault, readInstitutionCode } from './institution-code.policy.ts';

export interface ChangeFields {
  userId: string;
  facilityId?: string | null;
  kind: IdChangeKind;
  after?: string | null;
  afterKana?: string | null;
  title?: string | null;
  toFacilityId?: string | null;
  toInstitutionCode?: string | null;
  effectiveAt?: string | null;
  successors?: { seatId: string; userId: string }[] | null;
  reason?: string | null;
}

/** What was typed, in the form it is kept in; who is meant is looked up elsewhere. */
export interface ReadChange {
  name: string | null;
  nameKana: string | null;
  email: string | null;
  title: string | null;
  toInstitutionCode: string | null;
  /** A whole minute; null: none given, or none that exists. */
  effectiveAt: Date | null;
  reason: string | null;
}

const day = 86_400_000;
/** A change may be reported late, and planned, but not for another life. */
const longestPast = 31 * day;
const longestFuture = 366 * day;
const maxSuccessors = 200;

const withTitle: readonly IdChangeKind[] = ['CONTACT', 'TRANSFER'];

export function readChange({ kind, ...fields }: ChangeFields): ReadChange {
  const isOf = (...kinds: IdChangeKind[]): boolean => kinds.includes(kind);
  return {
    name: isOf('NAME') ? orNull(tidy(fields.after)) : null,
    nameKana: isOf('NAME') ? orNull(readKana(fields.afterKana ?? '')) : null,
    email: isOf('CONTACT') ? orNull(readEmail(fields.after ?? '')) : null,
    title: withTitle.includes(kind) ? orNull(tidy(fields.title)) : null,
    toInstitutionCode: isOf('TRANSFER') ? orNull(readInstitutionCode(fields.toInstitutionCode ?? '')) : null,
    effectiveAt: isOf('REISSUE') ? null : readMinute(fields.effectiveAt ?? ''),
    reason: orNull((fields.reason ?? '').normalize('NFC').trim()),
  };
}

const minuteShape = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** @returns the minute, in Japan where no offset is given; null for one that no calendar has */
export function readMinute(typed: string): Date | null {
  const [, date = '', time = '', offset = '+09:00'] = minuteShape.exec(typed.normalize('NFKC').trim()) ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  const at = new Date(`${date}T${time}:00${offset}`);
  return Number.isNaN(at.getTime()) || Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date ? null : at;
}

const codeHints: Record<InstitutionCodeFault, Hint> = {
  SHAPE: 'INSTITUTION_CODE_SHAPE',
  PREFECTURE: 'INSTITUTION_CODE_PREFECTURE',
  CHECK_DIGIT: 'INSTITUTION_CODE_CHECK',
};

const at = (...names: string[]): string[] => ['input', 'change', ...names];

/** Problems of the form by itself. */
export function changeProblems(fields: ChangeFields, read: ReadChange, now: Date): FormProblem[] {
  const reason = read.reason === null ? null : readReason(read.reason, at('reason'));
  return [
    ...contentProblems(fields, read),
    ...minuteProblems(fields, read, now),
    ...(reason && 'problem' in reason ? [reason.problem] : []),
    ...((fields.successors ?? []).length > maxSuccessors ? [formProblem('INVALID', at('successors'))] : []),
  ];
}

function contentProblems({ kind, toFacilityId }: ChangeFields, read: ReadChange): FormProblem[] {
  const title = textProblems(read.title, at('title'), { max: 40 });
  switch (kind) {
    case 'NAME':
      return [
        ...textProblems(read.name, at('after'), { max: 60, required: true }),
        ...textProblems(read.nameKana, at('afterKana'), { max: 80, required: true, shape: kana }),
      ];
    case 'CONTACT':
      return [...title, ...textProblems(read.email, at('after'), { max: 254, required: read.title === null, shape: email })];
    case 'TRANSFER':
      return [...title, ...(toFacilityId ? [] : codeProblems(read.toInstitutionCode))];
    default:
      return [];
  }
}

function codeProblems(code: string | null): FormProblem[] {
  if (!code) return [formProblem('BLANK', at('toInstitutionCode'))];
  const fault = institutionCodeFault(code);
  return fault ? [formProblem('INVALID', at('toInstitutionCode'), codeHints[fault])] : [];
}

function minuteProblems({ kind, effectiveAt: typed }: ChangeFields, { effectiveAt }: ReadChange, now: Date): FormProblem[] {
  if (kind === 'REISSUE') return [];
  if (!typed?.trim()) return [formProblem('BLANK', at('effectiveAt'))];
  if (!effectiveAt) return [formProblem('INVALID', at('effectiveAt'), 'EFFECTIVE_MINUTE')];
  const away = effectiveAt.getTime() - now.getTime();
  if (away < -longestPast) return [formProblem('INVALID', at('effectiveAt'), 'EFFECTIVE_TOO_EARLY')];
  return away > longestFuture ? [formProblem('INVALID', at('effectiveAt'), 'EFFECTIVE_TOO_LATE')] : [];
}

/** What the people concerned and their places say about it. */
export interface ChangeFacts {
  /** The person works at the facility that files it, on the day it takes effect. */
  worksHere: boolean;
  /** They worked there once. */
  workedHere: boolean;
  isStopped: boolean;
  /** What stopped the ID is their leave. */
  isOnLeave: boolean;
  /** The ID belongs to another district, which alone makes out its codes. */
  isOfOtherDistrict: boolean;
  hasOpenChange: boolean;
  /** TRANSFER: the facility named; null: there is none in the district. */
  targetId: string | null;
  facilityId: string;
}

/** Problems of the form against what is so. */
export function factProblems({ kind, toFacilityId }: Pick<ChangeFields, 'kind' | 'toFacilityId'>, facts: ChangeFacts): FormProblem[] {
  if (facts.hasOpenChange) return [formProblem('ALREADY_EXISTS', at('userId'), 'CHANGE_OPEN')];
  if (kind === 'RETURN') return returnProblems(facts);
  return [
    ...(facts.worksHere ? [] : [formProblem('INVALID_STATE', at('userId'), 'NOT_HERE')]),
    ...(kind === 'REISSUE' ? reissueProblems(facts) : []),
    ...(kind === 'TRANSFER' ? targetProblems(facts, at(toFacilityId ? 'toFacilityId' : 'toInstitutionCode')) : []),
  ];
}

function reissueProblems({ isStopped, isOfOtherDistrict }: ChangeFacts): FormProblem[] {
  if (isStopped) return [formProblem('INVALID_STATE', at('userId'), 'STOPPED')];
  return isOfOtherDistrict ? [formProblem('INVALID_STATE', at('userId'), 'OTHER_DISTRICT')] : [];
}

function returnProblems({ worksHere, workedHere, isStopped, isOnLeave }: ChangeFacts): FormProblem[] {
  if (worksHere || !workedHere) return [formProblem('INVALID_STATE', at('kind'), 'NOT_ON_LEAVE')];
  return isStopped && !isOnLeave ? [formProblem('INVALID_STATE', at('userId'), 'ENDED_FOR_GOOD')] : [];
}

function targetProblems({ targetId, facilityId }: ChangeFacts, field: string[]): FormProblem[] {
  if (targetId === null) return [formProblem('NOT_FOUND', field, 'NO_SUCH_FACILITY')];
  return targetId === facilityId ? [formProblem('INVALID', field, 'SAME_FACILITY')] : [];
}
