/** Words of the profile's blocks. */
import type { CareLevel, InformationCategory, ProfileBlock } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const blockNames: Record<ProfileBlock, () => string> = {
  BASICS: m.profile_basics,
  FAMILY_CONTACTS: m.profile_contacts,
  MEDICAL_INSURANCE: m.profile_medical_insurance,
  LONG_TERM_CARE_INSURANCE: m.profile_care_insurance,
  MEDICAL_HISTORY: m.profile_history_of_illness,
  ALLERGIES: m.profile_allergies,
  MEDICATIONS: m.profile_medications,
  TEST_RESULTS: m.profile_tests,
  CARE_SERVICES: m.profile_services,
  HOSPITALS: m.profile_hospitals,
  DISASTER: m.profile_disaster,
};

export const blockCategories: Record<ProfileBlock, InformationCategory> = {
  BASICS: 'DEMOGRAPHICS',
  FAMILY_CONTACTS: 'FAMILY_CONTACTS',
  MEDICAL_INSURANCE: 'INSURANCE',
  LONG_TERM_CARE_INSURANCE: 'INSURANCE',
  MEDICAL_HISTORY: 'MEDICAL_HISTORY',
  ALLERGIES: 'MEDICAL_HISTORY',
  MEDICATIONS: 'MEDICATIONS',
  TEST_RESULTS: 'TEST_RESULTS',
  CARE_SERVICES: 'CARE_SERVICES',
  HOSPITALS: 'HOSPITALS',
  DISASTER: 'DISASTER_SAFETY',
};

export const careLevelNames: Record<CareLevel, () => string> = {
  NOT_CERTIFIED: m.care_level_none,
  SUPPORT_1: m.care_level_support_1,
  SUPPORT_2: m.care_level_support_2,
  CARE_1: m.care_level_1,
  CARE_2: m.care_level_2,
  CARE_3: m.care_level_3,
  CARE_4: m.care_level_4,
  CARE_5: m.care_level_5,
};

/** Block → the last part of its page's address, and back. */
export const slugOf = (block: ProfileBlock): string => block.toLowerCase().replaceAll('_', '-');
export const blockOf = (slug: string): ProfileBlock | undefined =>
  (Object.keys(blockNames) as ProfileBlock[]).find((block) => slugOf(block) === slug);
