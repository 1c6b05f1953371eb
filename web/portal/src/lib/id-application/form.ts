/** Forms 2-1-1 and 2-1-2 as they are typed, and as the server takes and gives them. */
import type { FacilityKind, IdApplicantInput, IdDetailsFragment, IdIssueInput, Profession } from '@heya/client/generated/graphql';
import { dayInJapan } from '#lib/format/dates.ts';
import { type EraDate, toIsoDate } from '#lib/format/era.ts';
import { fromE164 } from '#lib/format/phone.ts';
import { facilityKindNames } from '#lib/format/labels.ts';

export interface FacilityEntry {
  facilityKind: FacilityKind | '';
  facilityName: string;
  facilityNameKana: string;
  institutionCode: string;
  municipality: string;
  address: string;
  phone: string;
  fax: string;
  representativeName: string;
  contactName: string;
  contactEmail: string;
}

export interface PersonEntry {
  /** Of an application that was filed before; empty for somebody new. */
  id: string;
  name: string;
  nameKana: string;
  professions: Profession[];
  title: string;
  birth: EraDate;
  licenceNumber: string;
  email: string;
  /** One a line. */
  devices: string;
  isFacilityAdmin: boolean;
  existingAccountName: string;
}

export interface PledgeEntry {
  textVersion: string;
  accepted: string[];
  signerName: string;
  strokes: string;
  /** PNG in Base64. */
  image: string;
}

export interface IssueEntry {
  facility: FacilityEntry;
  people: PersonEntry[];
}

export interface ApplicationEntry extends IssueEntry {
  districtId: string;
  pledge: PledgeEntry;
  /** The key of one filing and what was sent with it (api.md 8). */
  sent: { key: string; text: string };
}

export const blankFacility = (): FacilityEntry => ({
  facilityKind: '',
  facilityName: '',
  facilityNameKana: '',
  institutionCode: '',
  municipality: '',
  address: '',
  phone: '',
  fax: '',
  representativeName: '',
  contactName: '',
  contactEmail: '',
});

export const blankPerson = (): PersonEntry => ({
  id: '',
  name: '',
  nameKana: '',
  professions: [],
  title: '',
  birth: { era: 'SHOWA', year: '', month: '', day: '' },
  licenceNumber: '',
  email: '',
  devices: '',
  isFacilityAdmin: false,
  existingAccountName: '',
});

export const blankApplication = (): ApplicationEntry => ({
  districtId: '',
  facility: blankFacility(),
  people: [],
  pledge: { textVersion: '', accepted: [], signerName: '', strokes: '', image: '' },
  sent: { key: '', text: '' },
});

const medicalKinds: readonly FacilityKind[] = ['HOSPITAL', 'CLINIC', 'DENTAL_CLINIC', 'PHARMACY'];
export const facilityKinds = Object.keys(facilityKindNames) as FacilityKind[];

/** Medical institutions file 2-1-1, care offices 2-1-2; so does a visiting nurse station. */
export const formOfKind = (kind: FacilityKind) => (medicalKinds.includes(kind) ? 'FORM_2_1_1' : 'FORM_2_1_2');

export function birthDateOf({ birth }: PersonEntry): string | null {
  const read = toIsoDate(birth, dayInJapan());
  return 'iso' in read ? read.iso : null;
}

const orNull = (text: string): string | null => text.trim() || null;

/** @param facilityKind as it was chosen: none is taken for granted */
export function toIssue({ facility, people }: IssueEntry, facilityKind: FacilityKind): IdIssueInput {
  const { facilityNameKana, fax, ...rest } = facility;
  return {
    ...rest,
    facilityKind,
    facilityNameKana: orNull(facilityNameKana),
    fax: orNull(fax),
    applicants: people.map(toApplicant),
  };
}

function toApplicant(person: PersonEntry): IdApplicantInput {
  const { id, name, nameKana, professions, isFacilityAdmin } = person;
  return {
    ...(id && { id }),
    name,
    nameKana,
    professions,
    title: orNull(person.title),
    birthDate: birthDateOf(person),
    licenceNumber: orNull(person.licenceNumber),
    email: orNull(person.email),
    devices: person.devices
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    isFacilityAdmin,
    existingAccountName: orNull(person.existingAccountName),
  };
}

/** What was filed, to be mended. */
export function fromDetails({ applicants, ...details }: IdDetailsFragment): IssueEntry {
  return {
    facility: {
      facilityKind: details.facilityKind,
      facilityName: details.facilityName,
      facilityNameKana: details.facilityNameKana ?? '',
      institutionCode: details.institutionCode,
      municipality: details.municipality,
      address: details.address,
      phone: fromE164(details.phone),
      fax: details.fax ? fromE164(details.fax) : '',
      representativeName: details.representativeName,
      contactName: details.contactName,
      contactEmail: details.contactEmail,
    },
    people: applicants.map((one) => ({
      id: one.id,
      name: one.name,
      nameKana: one.nameKana,
      professions: [...one.professions],
      title: one.title ?? '',
      birth: toEntry(one.birthDate ?? ''),
      licenceNumber: one.licenceNumber ?? '',
      email: one.email ?? '',
      devices: one.devices.join('\n'),
      isFacilityAdmin: one.isFacilityAdmin,
      existingAccountName: one.existingAccountName ?? '',
    })),
  };
}

function toEntry(iso: string): EraDate {
  const [year = '', month = '', day = ''] = iso.split('-').map((part) => part.replace(/^0+/, ''));
  return { era: 'WESTERN', year, month, day };
}
