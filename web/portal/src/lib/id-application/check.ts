/** What must be there before a page is left; everything else is the server's to judge. Paths are those of the server's problems. */
import type { ProblemFragment } from '@heya/client/generated/graphql';
import { dayInJapan } from '#lib/format/dates.ts';
import { type EraProblem, toIsoDate } from '#lib/format/era.ts';
import { toE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';
import type { FacilityEntry, PersonEntry } from './form.ts';
import { type InstitutionCodeFault, institutionCodeFault, readInstitutionCode } from './reading.ts';

/** Name of the field → what is wrong. */
export type Faults = Record<string, string>;

type Labels = Partial<Record<keyof FacilityEntry, () => string>>;

export const nameFields = { facilityName: m.apply_facility_name, institutionCode: m.apply_code } satisfies Labels;
export const placeFields = { municipality: m.apply_municipality, address: m.apply_address, phone: m.apply_phone } satisfies Labels;
export const contactFields = {
  representativeName: m.apply_head,
  contactName: m.apply_contact_name,
  contactEmail: m.apply_contact_email,
} satisfies Labels;

const codeWords: Record<InstitutionCodeFault, () => string> = {
  SHAPE: m.apply_code_shape,
  PREFECTURE: m.apply_code_prefecture,
  CHECK_DIGIT: m.apply_code_check,
};

/** @returns undefined also while it is still being typed */
export function codeFault(typed: string, { whole }: { whole: boolean }): string | undefined {
  const code = readInstitutionCode(typed);
  const fault = code && (whole || code.length >= 10) ? institutionCodeFault(code) : null;
  return fault ? codeWords[fault]() : undefined;
}

/** @param needed fields that may not be blank, of the part of the form that is looked at */
export function facilityFaults(facility: FacilityEntry, needed: Labels): Faults {
  const found: Faults = {};
  for (const [name, label] of Object.entries(needed))
    if (!facility[name as keyof FacilityEntry].trim()) found[name] = m.field_blank({ label: label() });
  const code = 'institutionCode' in needed ? codeFault(facility.institutionCode, { whole: true }) : undefined;
  if (code) found['institutionCode'] ??= code;
  if ('phone' in needed) {
    if (facility.phone.trim() && !toE164(facility.phone)) found['phone'] = m.phone_invalid();
    if (facility.fax.trim() && !toE164(facility.fax)) found['fax'] = m.phone_invalid();
  }
  return found;
}

export const kindFaults = ({ facilityKind }: FacilityEntry): Faults =>
  facilityKind ? {} : { facilityKind: m.field_unchosen({ label: m.apply_kind() }) };

const birthWords: Record<EraProblem, () => string> = {
  MISSING: m.birth_missing,
  NOT_A_DATE: m.birth_not_a_date,
  OUTSIDE_ERA: m.birth_outside_era,
  FUTURE: m.birth_future,
  TOO_LONG_AGO: m.birth_too_long_ago,
};

export function personFaults(person: PersonEntry): Faults {
  const found: Faults = {};
  if (!person.name.trim()) found['name'] = m.field_blank({ label: m.name() });
  if (!person.nameKana.trim()) found['nameKana'] = m.field_blank({ label: m.name_kana() });
  if (person.professions.length === 0) found['professions'] = m.field_unchosen({ label: m.apply_professions() });
  const birth = toIsoDate(person.birth, dayInJapan());
  if ('problem' in birth) found['birthDate'] = birthWords[birth.problem]();
  return found;
}

/** The server's problems and the comments of officers by one key: `facilityName`, `applicants.0.nameKana`, `pledge.signature`. */
export const pathOf = (field: readonly string[] | null | undefined): string =>
  (field ?? []).filter((part) => part !== 'input' && part !== 'issue').join('.');

export function toFaults(errors: readonly ProblemFragment[]): Faults {
  return Object.fromEntries([...errors].reverse().map(({ field, message }) => [pathOf(field), message]));
}

/** Those below one path, without it: of `applicants.0.name` below `applicants.0` it is `name`; an index behind it counts with the field. */
export function below(faults: Faults, path: string): Faults {
  const start = `${path}.`;
  return Object.fromEntries(
    Object.entries(faults)
      .filter(([key]) => key.startsWith(start))
      .map(([key, text]) => [key.slice(start.length).split('.')[0] ?? '', text]),
  );
}
