/** Pages of form 4-1 about what stands in the patient's profile, in their order: each asked only where the consent goes (R9, R11, decision 0040). */
import type { PatientInPreparationQuery } from '@heya/client/generated/graphql';
import { blockCategories } from '#lib/profile/words.ts';
import { m } from '#paraglide/messages.js';

export const formParts = ['FAMILY_CONTACTS', 'HOSPITALS', 'DISASTER'] as const;
export type FormPart = (typeof formParts)[number];

type Preparation = NonNullable<PatientInPreparationQuery['patient']>;

const pages: Record<FormPart, string> = { FAMILY_CONTACTS: 'contacts', HOSPITALS: 'profile/hospitals', DISASTER: 'profile/disaster' };

/** What a part is called in the comments of a form that came back. */
export const partPaths: Record<FormPart, string> = { FAMILY_CONTACTS: 'familyContacts', HOSPITALS: 'hospitals', DISASTER: 'disasterNote' };

export const partWords: Record<FormPart, { title: () => string; help: () => string }> = {
  FAMILY_CONTACTS: { title: m.part_contacts_title, help: m.part_contacts_help },
  HOSPITALS: { title: m.part_hospitals_title, help: m.part_hospitals_help },
  DISASTER: { title: m.part_disaster_title, help: m.part_disaster_help },
};

/** @returns the parts to be asked; none once there is a room, whose profile has them */
export function partsOf({ consent, room }: Pick<Preparation, 'consent' | 'room'>): FormPart[] {
  if (room || consent?.status !== 'ACTIVE') return [];
  return formParts.filter((part) => consent.categories.some(({ category, granted }) => granted && category === blockCategories[part]));
}

/** Below the patient's address. */
export const pageOf = (part: FormPart): string => pages[part];
/** @param part none: from the page before the first */
export function pageAfter(parts: readonly FormPart[], part?: FormPart): string {
  const next = part ? parts[parts.indexOf(part) + 1] : parts[0];
  return next ? pages[next] : 'check';
}
/** @param part none: from the page after the last */
export function pageBefore(parts: readonly FormPart[], part?: FormPart): string {
  const before = part ? parts[parts.indexOf(part) - 1] : parts.at(-1);
  return before ? pages[before] : 'family';
}

/** Which classes a page about these parts asks for; what is withheld is not asked for. */
export const classesOf = (parts: readonly FormPart[]) => ({
  medicalHistory: false,
  medications: false,
  testResults: false,
  careServices: false,
  insurance: false,
  hospitals: parts.includes('HOSPITALS'),
  disasterSafety: parts.includes('DISASTER'),
  familyContacts: parts.includes('FAMILY_CONTACTS'),
  blocks: [...parts],
});
