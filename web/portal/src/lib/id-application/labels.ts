import { m } from '#paraglide/messages.js';

const facility: Record<string, () => string> = {
  facilityKind: m.apply_kind,
  facilityName: m.apply_facility_name,
  facilityNameKana: m.apply_facility_kana,
  institutionCode: m.apply_code,
  municipality: m.apply_municipality,
  address: m.apply_address,
  phone: m.apply_phone,
  fax: m.apply_fax,
  representativeName: m.apply_head,
  contactName: m.apply_contact_name,
  contactEmail: m.apply_contact_email,
  applicants: m.apply_people_title,
};

const person: Record<string, () => string> = {
  name: m.name,
  nameKana: m.name_kana,
  professions: m.apply_professions,
  title: m.apply_title,
  birthDate: m.birth_date,
  licenceNumber: m.apply_licence,
  email: m.apply_email,
  devices: m.apply_devices,
  isFacilityAdmin: m.apply_admin_short,
  existingAccountName: m.apply_existing,
};

/** Of a field of one person, without the person. */
export const personLabel = (field: string): string => person[field]?.() ?? '';

/** What a comment is about, e.g. `2人目 山田 太郎 フリガナ`. @param path as `pathOf` gives it */
export function labelOf(path: string, people: readonly { name: string }[]): string {
  const [name = '', index, field = ''] = path.split('.');
  if (name !== 'applicants' || index === undefined) return facility[name]?.() ?? m.apply_whole();
  const who = m.apply_person_named({ number: Number(index) + 1, name: people[Number(index)]?.name ?? '' });
  return [who, personLabel(field)].filter(Boolean).join(' ');
}

/** The person a path is about, from 0. */
export function personOf(path: string): number | undefined {
  const [name, index] = path.split('.');
  return name === 'applicants' && index !== undefined ? Number(index) : undefined;
}
