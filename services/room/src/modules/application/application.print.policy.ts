/** From a filed application to what its form says on paper (R19). Pure. */
import type { MemberOnForm, PatientOnForm, RoomApplicant, RoomChange, RoomClosure, RoomCreation } from '@heya/forms/contents';
import { consentNumberOf } from '@heya/forms/receipt-number';
import type { FormEvent } from '@heya/forms/sheet';
import { type Profession, professions, spokenPhone } from '@heya/forms/words';
import type { ApplicationState } from '@heya/schema/events';
import { dayInJapan, type PatientThen, type ProfileBlock } from '../patient/index.ts';
import type { ApplicationRow, MemberRow } from './application.repository.ts';

/** Who somebody is now, as far as the reader may know them. */
export interface PersonOnForm {
  displayName: string;
  profession: string | null;
  facilities: readonly { id: string; name: string }[];
}
export type PeopleOnForm = ReadonlyMap<string, PersonOnForm>;

/** What the form is made of beside the application itself. */
export interface PrintedWith {
  patient: PatientThen;
  people: PeopleOnForm;
  roomNumber: string | null;
}

const notShown = '（この印刷には表示しません）';
const underWay: readonly ApplicationState[] = ['SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED'];

/** Until it is decided and carried out a form says what stands in the profile now; from then on, what stood there then (decision 0040). */
export const saidAt = ({ status, entries }: ApplicationRow, now: Date): Date =>
  underWay.includes(status) ? now : new Date(entries.at(-1)?.at ?? now);

const submittedOn = ({ entries, submitted_at: submittedAt }: ApplicationRow): string =>
  dayInJapan(new Date(entries.findLast(({ status }) => status === 'SUBMITTED')?.at ?? submittedAt));

const isProfession = (code: string | null | undefined): code is Profession => code !== null && code !== undefined && code in professions;

function applicantOf(row: ApplicationRow, people: PeopleOnForm): RoomApplicant {
  const [member, person] = [row.members.find(({ userId }) => userId === row.applicant_id), people.get(row.applicant_id)];
  const profession = member?.profession ?? person?.profession;
  return {
    name: row.applicant_name,
    professions: isProfession(profession) ? [profession] : [],
    facilityName: person?.facilities.find(({ id }) => id === row.facility_id)?.name ?? member?.facilityName ?? '',
  };
}

/** Nobody without an ID in force can be named on a form that was filed (R11). */
const toMember = ({ displayName, profession, facilityName, role, isSteward }: MemberRow): MemberOnForm => ({
  name: displayName,
  profession: isProfession(profession) ? professions[profession] : undefined,
  facilityName: facilityName ?? undefined,
  role,
  isSteward,
  hasId: true,
});

function patientOf({ BASICS: basics }: PatientThen): PatientOnForm {
  if (!basics?.name) return { name: notShown };
  const { name, nameKana, sex, birthDate, postalCode, address, phone } = basics;
  return { name, nameKana, sex, birthDate, postalCode: postalCode ?? undefined, address, phone: phone ? spokenPhone(phone) : undefined };
}

/** What stands where a part may not be read. Of the parts in the profile it says whether they are filled in, where that may be known. */
function insteadOf({ filled_blocks: filled }: ApplicationRow, patient: PatientThen): RoomCreation['instead'] {
  const words = (block: ProfileBlock): string => {
    if (!filled) return notShown;
    return filled.includes(block) ? '記入あり（内容は、部屋の参加者だけが読めます）' : '記入なし';
  };
  return {
    ...(patient.BASICS?.address === undefined && { patient: '※ 性別・住所・電話番号は、この印刷には表示しません。' }),
    ...(patient.HOSPITALS === undefined && { hospitals: words('HOSPITALS') }),
    ...(patient.FAMILY_CONTACTS === undefined && { contacts: words('FAMILY_CONTACTS') }),
    ...(patient.DISASTER === undefined && { disaster: words('DISASTER') }),
  };
}

type HospitalOnForm = RoomCreation['referringHospital'];
const hospitalOf = (given: { name: string; department: string | null; phone: string | null } | null | undefined): HospitalOnForm =>
  given
    ? { name: given.name, department: given.department ?? undefined, phone: given.phone ? spokenPhone(given.phone) : undefined }
    : undefined;

/** 4-1. Situation and reason tell of an illness, so they are printed only while the consent stands (R10). */
export function toCreationForm(row: ApplicationRow, { patient, people }: PrintedWith): RoomCreation {
  const contacts = (patient.FAMILY_CONTACTS ?? []).toSorted((a, b) => (a.emergencyOrder ?? 99) - (b.emergencyOrder ?? 99));
  return {
    applicant: applicantOf(row, people),
    patient: patientOf(patient),
    consentNumber: row.consent_id ? consentNumberOf(row.consent_id) : undefined,
    situation: (row.consent_in_force && row.situation) || undefined,
    reason: (row.consent_in_force && row.reason) || undefined,
    members: row.members.map(toMember),
    referringHospital: hospitalOf(patient.HOSPITALS?.referring),
    readmissionHospital: hospitalOf(patient.HOSPITALS?.readmission),
    emergencyContacts: contacts.map(({ name, relationship, phones }) => ({ name, relationship, phones: phones.map(spokenPhone) })),
    disasterNote: patient.DISASTER?.note ?? undefined,
    instead: insteadOf(row, patient),
    submittedOn: submittedOn(row),
  };
}

/** `HH:MM` in Japan. */
const minutes = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

/** Somebody whom the form adds has the seat from when they join (R14). */
const newStewardOf = ({ new_steward_name: name, new_steward_id: id, members }: ApplicationRow): string | undefined =>
  name && members.some(({ userId }) => userId === id) ? `${name}（参加したときから）` : (name ?? undefined);

/** 4-2 */
export function toChangeForm(row: ApplicationRow, { patient, people, roomNumber }: PrintedWith): RoomChange {
  const effectiveAt = new Date(row.effective_at ?? row.submitted_at);
  return {
    applicant: applicantOf(row, people),
    roomNumber: roomNumber ?? notShown,
    patientName: patientOf(patient).name,
    add: row.members.map(toMember),
    remove: row.removals.map(({ displayName, calledOffAt }) => ({ name: displayName, reason: calledOffAt ? '取りやめ' : undefined })),
    newStewardName: newStewardOf(row),
    effectiveOn: dayInJapan(effectiveAt),
    effectiveTime: minutes.format(effectiveAt),
    reason: row.reason ?? undefined,
    submittedOn: submittedOn(row),
  };
}

/** 4-3 */
export function toClosureForm(row: ApplicationRow, { patient, people, roomNumber }: PrintedWith): RoomClosure {
  return {
    applicant: applicantOf(row, people),
    roomNumber: roomNumber ?? notShown,
    patientName: patientOf(patient).name,
    reason: row.closure_reason ?? 'NO_LONGER_NEEDED',
    note: row.reason ?? undefined,
    told: row.informed ? [{ name: row.informed }] : [],
    copies: row.copies.map(({ facilityName, isSaved }) => ({ facilityName, hasSaved: isSaved })),
    exportTo: row.export_to_name ?? undefined,
    submittedOn: submittedOn(row),
  };
}

const acts: Partial<Record<ApplicationState, string>> = {
  SUBMITTED: '提出',
  IN_REVIEW: '確認',
  RETURNED: '差し戻し',
  REJECTED: '却下',
  APPROVED: '承認',
  WITHDRAWN: '取り下げ',
};
const carriedOut = { FORM_4_1: '部屋の作成', FORM_4_2: '変更の実行', FORM_4_3: '部屋の終了' } as const;

/** Who did what when (R19). */
export const toHistory = (
  { form, applicant_id: applicantId, applicant_name: name, entries }: ApplicationRow,
  people: PeopleOnForm,
): FormEvent[] =>
  entries.map(({ status, actorId, at, reason }) => ({
    at: new Date(at).toISOString(),
    act: status === 'COMPLETED' ? carriedOut[form] : (acts[status] ?? status),
    actor: actorId === applicantId ? name : (people.get(actorId)?.displayName ?? '支援センター職員'),
    note: reason ?? undefined,
  }));
