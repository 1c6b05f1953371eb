/** What forms 2-1-1 and 2-1-2 must say, and in which form it is kept (R2, R3, R21). Pure. */
import { isId } from '@heya/service-common/id';
import { containsMyNumber } from '@heya/service-common/my-number';
import { toKatakana } from '../../kana.ts';
import type { FacilityKind } from '../facility/index.ts';
import { isFieldOfChange } from '../id-change/index.ts';
import { nameKey } from '../issue/index.ts';
import { unseen } from '../problem/index.ts';
import { isProfession, normalizeAccountName, type Profession } from '../user/index.ts';
import { formProblem, type FormProblem, type Hint } from './form-problem.errors.ts';
import type { Applicant, ApplicationDetails, IssueDetails, IssueForm } from './id-application.entity.ts';
import { institutionCodeFault, type InstitutionCodeFault, readInstitutionCode } from './institution-code.policy.ts';

export interface ApplicantFields {
  id?: string | null;
  name: string;
  nameKana: string;
  professions: Profession[];
  title?: string | null;
  birthDate?: string | null;
  licenceNumber?: string | null;
  email?: string | null;
  devices?: string[] | null;
  isFacilityAdmin?: boolean | null;
  existingAccountName?: string | null;
}

export interface IssueFields {
  facilityName: string;
  facilityNameKana?: string | null;
  institutionCode: string;
  facilityKind: FacilityKind;
  municipality: string;
  address: string;
  phone: string;
  fax?: string | null;
  representativeName: string;
  contactName: string;
  contactEmail: string;
  applicants: ApplicantFields[];
}

const maxApplicants = 50;
const medicalKinds: readonly FacilityKind[] = ['HOSPITAL', 'CLINIC', 'DENTAL_CLINIC', 'PHARMACY'];

/** Visiting nurse stations hold a number of care insurance, and file with the care offices. */
export const formOfKind = (kind: FacilityKind): IssueForm => (medicalKinds.includes(kind) ? 'FORM_2_1_1' : 'FORM_2_1_2');

export const tidy = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** Half-width kana and hiragana become full-width katakana. */
export const readKana = (typed: string): string => toKatakana(tidy(typed)).replace(/[‐-―−-]/gu, 'ー');

/** Numbers as people write them in Japan become E.164. */
function readPhone(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[^+0-9]/g, '');
  return plain.startsWith('0') ? `+81${plain.slice(1)}` : plain;
}

const readPlain = (typed: string): string => tidy(typed).normalize('NFKC');
export const readEmail = (typed: string): string => readPlain(typed).replaceAll(' ', '').toLowerCase();

/** The form as it is kept. @param newId for people who have no id yet */
export function readIssue(fields: IssueFields, newId: () => string): IssueDetails {
  return {
    kind: 'ISSUE',
    facilityName: tidy(fields.facilityName),
    facilityNameKana: orNull(readKana(fields.facilityNameKana ?? '')),
    institutionCode: readInstitutionCode(fields.institutionCode),
    facilityKind: fields.facilityKind,
    municipality: tidy(fields.municipality),
    address: tidy(fields.address),
    phone: readPhone(fields.phone),
    fax: orNull(readPhone(fields.fax ?? '')),
    representativeName: tidy(fields.representativeName),
    contactName: tidy(fields.contactName),
    contactEmail: readEmail(fields.contactEmail),
    applicants: fields.applicants.map((applicant) => readApplicant(applicant, newId)),
  };
}

function readApplicant(fields: ApplicantFields, newId: () => string): Applicant {
  return {
    id: fields.id && isId(fields.id) ? fields.id.toLowerCase() : newId(),
    name: tidy(fields.name),
    nameKana: readKana(fields.nameKana),
    professions: [...new Set(fields.professions)],
    title: orNull(tidy(fields.title)),
    birthDate: orNull(
      readPlain(fields.birthDate ?? '')
        .replaceAll(/[./年月]/gu, '-')
        .replace(/日$/u, ''),
    ),
    licenceNumber: orNull(
      readPlain(fields.licenceNumber ?? '')
        .toUpperCase()
        .replaceAll(/[\s-]/g, ''),
    ),
    email: orNull(readEmail(fields.email ?? '')),
    devices: (fields.devices ?? []).map(tidy).filter(Boolean),
    isFacilityAdmin: fields.isFacilityAdmin ?? false,
    existingAccountName: orNull(normalizeAccountName(fields.existingAccountName ?? '')),
  };
}

interface Rule {
  max: number;
  required?: boolean;
  shape?: { test(text: string): boolean; hint: Hint };
}

export const kana = { test: (text: string) => /^[ァ-ヶヽヾー・ ]+$/u.test(text), hint: 'KANA' } as const;
const phone = { test: (text: string) => /^\+[1-9]\d{8,14}$/.test(text), hint: 'PHONE' } as const;
export const email = { test: (text: string) => /^[^\s@"<>()[\]\\,;:]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text), hint: 'EMAIL' } as const;
const licence = { test: (text: string) => /^[0-9A-Z\u3041-\u30ff\u4e00-\u9fff]+$/u.test(text), hint: 'LICENCE' } as const;

/** @returns the problems of one text, at most one */
export function textProblems(text: string | null, field: string[], { max, required = false, shape }: Rule): FormProblem[] {
  if (!text) return required ? [formProblem('BLANK', field)] : [];
  if (containsMyNumber(text)) return [formProblem('MY_NUMBER_NOT_ALLOWED', field)];
  if ([...text].length > max) return [{ code: 'TOO_LONG', field, values: { max } }];
  if (unseen.test(text) || /[\t\n]/.test(text)) return [formProblem('INVALID', field)];
  return shape && !shape.test(text) ? [formProblem('INVALID', field, shape.hint)] : [];
}

const codeHints: Record<InstitutionCodeFault, Hint> = {
  SHAPE: 'INSTITUTION_CODE_SHAPE',
  PREFECTURE: 'INSTITUTION_CODE_PREFECTURE',
  CHECK_DIGIT: 'INSTITUTION_CODE_CHECK',
};

/** @param today calendar day in Japan */
export function issueProblems(details: IssueDetails, form: IssueForm, today: string): FormProblem[] {
  const at = (...names: string[]): string[] => ['input', 'issue', ...names];
  const fault = details.institutionCode ? institutionCodeFault(details.institutionCode) : null;
  return [
    ...(formOfKind(details.facilityKind) === form ? [] : [formProblem('INVALID', ['input', 'form'], 'FORM_FOR_KIND')]),
    ...textProblems(details.facilityName, at('facilityName'), { max: 80, required: true }),
    ...textProblems(details.facilityNameKana, at('facilityNameKana'), { max: 120, shape: { ...kana, test: isKanaWithLatin } }),
    ...textProblems(details.institutionCode, at('institutionCode'), { max: 20, required: true }),
    ...(fault ? [formProblem('INVALID', at('institutionCode'), codeHints[fault])] : []),
    ...textProblems(details.municipality, at('municipality'), { max: 40, required: true }),
    ...textProblems(details.address, at('address'), { max: 200, required: true }),
    ...textProblems(details.phone, at('phone'), { max: 20, required: true, shape: phone }),
    ...textProblems(details.fax, at('fax'), { max: 20, shape: phone }),
    ...textProblems(details.representativeName, at('representativeName'), { max: 80, required: true }),
    ...textProblems(details.contactName, at('contactName'), { max: 80, required: true }),
    ...textProblems(details.contactEmail, at('contactEmail'), { max: 254, required: true, shape: email }),
    ...peopleProblems(details.applicants, today),
  ];
}

/** @param taken professions for which the district takes applications */
export function professionProblems({ applicants }: IssueDetails, taken: readonly Profession[]): FormProblem[] {
  return applicants.flatMap(({ professions }, index) =>
    professions.every((profession) => taken.includes(profession))
      ? []
      : [formProblem('INVALID', ['input', 'issue', 'applicants', String(index), 'professions'], 'PROFESSION_NOT_TAKEN')],
  );
}

/** Names of facilities hold letters and digits as well. */
const isKanaWithLatin = (text: string): boolean => /^[ァ-ヶヽヾー・ A-Za-z0-9&.]+$/u.test(text);

function peopleProblems(applicants: readonly Applicant[], today: string): FormProblem[] {
  const list = ['input', 'issue', 'applicants'];
  if (applicants.length === 0) return [formProblem('BLANK', list)];
  if (applicants.length > maxApplicants) return [formProblem('INVALID', list, 'TOO_MANY')];
  const keys = applicants.map(keysOf);
  return [
    ...applicants.flatMap((applicant, index) => applicantProblems(applicant, [...list, String(index)], today)),
    ...keys.flatMap((own, index) =>
      twice(keys.slice(0, index), own).map((name) => formProblem('SHARED_ID_NOT_ALLOWED', [...list, String(index), name], 'TWICE')),
    ),
  ];
}

function applicantProblems(applicant: Applicant, field: string[], today: string): FormProblem[] {
  const at = (name: string): string[] => [...field, name];
  return [
    ...textProblems(applicant.name, at('name'), { max: 60, required: true }),
    ...textProblems(applicant.nameKana, at('nameKana'), { max: 80, required: true, shape: kana }),
    ...(applicant.professions.length > 0 && applicant.professions.every(isProfession)
      ? []
      : [formProblem('BLANK', at('professions'), 'UNKNOWN_PROFESSION')]),
    ...textProblems(applicant.title, at('title'), { max: 40 }),
    ...textProblems(applicant.birthDate, at('birthDate'), {
      max: 20,
      required: true,
      shape: { test: (day) => isBirthDate(day, today), hint: 'BIRTH_DATE' },
    }),
    ...textProblems(applicant.licenceNumber, at('licenceNumber'), { max: 20, shape: licence }),
    ...textProblems(applicant.email, at('email'), { max: 254, shape: email }),
    ...(applicant.devices.length > 5 ? [formProblem('INVALID', at('devices'))] : []),
    ...applicant.devices.flatMap((device, index) => textProblems(device, [...at('devices'), String(index)], { max: 60 })),
    ...textProblems(applicant.existingAccountName, at('existingAccountName'), { max: 80 }),
  ];
}

/** Somebody at work: between 15 and 100 years old. */
function isBirthDate(day: string, today: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false;
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return years >= 15 && years <= 100;
}

/** By what one person is told from another within a list; a mail box may be shared by an office, so it is no such thing. */
function keysOf({ id, name, nameKana, birthDate, licenceNumber, professions, existingAccountName }: Applicant): Record<string, string> {
  return {
    id,
    ...(nameKana && birthDate && { nameKana: `${nameKey(nameKana)}\n${birthDate}`, name: `${nameKey(name)}\n${birthDate}` }),
    ...(licenceNumber && { licenceNumber: `${professions[0] ?? ''}\n${licenceNumber}` }),
    ...(existingAccountName && { existingAccountName }),
  };
}

/** @returns the field by which this one is one of those before, at most one */
function twice(before: readonly Record<string, string>[], own: Record<string, string>): string[] {
  const found = Object.entries(own).find(([name, key]) => before.some((other) => other[name] === key));
  return found ? [found[0] === 'id' ? 'name' : found[0]] : [];
}

/** Whether a comment of an officer names something the form has. */
export function isFieldOf(details: ApplicationDetails, path: readonly string[]): boolean {
  return details.kind === 'CHANGE' ? isFieldOfChange(path) : isFieldOfIssue(details, path);
}

function isFieldOfIssue(details: IssueDetails, [root, name, index, inner, ...rest]: readonly string[]): boolean {
  if (root !== 'issue' || rest.length > 0) return false;
  if (name === undefined || name === 'kind' || !Object.hasOwn(details, name)) return false;
  if (index === undefined) return true;
  const applicant = name === 'applicants' && /^\d{1,2}$/.test(index) ? details.applicants[Number(index)] : undefined;
  return applicant !== undefined && (inner === undefined || Object.hasOwn(applicant, inner));
}
