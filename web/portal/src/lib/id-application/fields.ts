/** Contents of forms 2-1-1 and 2-1-2 as officers read them, field by field. */
import type { IdApplicationViewFragment, IdDetailsFragment } from '@heya/client/generated/graphql';
import { longDate } from '#lib/format/dates.ts';
import { facilityKindNames, professionNames } from '#lib/format/labels.ts';
import { fromE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';

/** Forms 2-1-1 and 2-1-2, as filed. */
export type IssueFiled = Extract<IdApplicationViewFragment['filed'], { __typename: 'IdIssueDetails' }>;

/** What was returned, where it was filed again since. */
export function earlierIssue({ earlier }: IdApplicationViewFragment): IdDetailsFragment | null {
  return earlier?.filedBefore.__typename === 'IdIssueDetails' ? earlier.filedBefore : null;
}

type Line = [path: string, value: string | null];

export const facilityFields = (filed: Omit<IdDetailsFragment, 'applicants'>): Line[] => [
  ['facilityName', filed.facilityName],
  ['facilityNameKana', filed.facilityNameKana],
  ['institutionCode', filed.institutionCode],
  ['facilityKind', facilityKindNames[filed.facilityKind]()],
  ['municipality', filed.municipality],
  ['address', filed.address],
  ['phone', fromE164(filed.phone)],
  ['fax', filed.fax && fromE164(filed.fax)],
  ['representativeName', filed.representativeName],
  ['contactName', filed.contactName],
  ['contactEmail', filed.contactEmail],
];

export const personFields = (one: IdDetailsFragment['applicants'][number]): Line[] => [
  ['name', one.name],
  ['nameKana', one.nameKana],
  ['birthDate', one.birthDate && /^\d{4}-\d{2}-\d{2}$/.test(one.birthDate) ? longDate(one.birthDate, { era: true }) : one.birthDate],
  ['professions', one.professions.map((profession) => professionNames[profession]()).join('・')],
  ['title', one.title],
  ['licenceNumber', one.licenceNumber],
  ['email', one.email],
  ['devices', one.devices.join('・')],
  ['existingAccountName', one.existingAccountName],
  ['isFacilityAdmin', one.isFacilityAdmin ? m.yes() : m.no()],
];
