/** The blocks of a profile (R20): each is read, changed and kept with its history apart from the others, and holds one data class (R9). */
import type { InformationCategory } from '@heya/schema/events';

/** Block → its class. BASICS is the row the patient begins with. */
export const blockCategories = {
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
} as const satisfies Record<string, InformationCategory>;
export type ProfileBlock = keyof typeof blockCategories;
export type ProfileCategory = (typeof blockCategories)[ProfileBlock];

export const profileBlocks = Object.keys(blockCategories) as ProfileBlock[];
export const isProfileCategory = (category: InformationCategory): category is ProfileCategory =>
  profileBlocks.some((block) => blockCategories[block] === category);

export interface Condition {
  name: string;
  /** `I63.9` */
  icd10: string | null;
  since: string | null;
  until: string | null;
  note: string | null;
}

export interface Medication {
  name: string;
  /** Twelve characters, e.g. `1124017F2011`. */
  yjCode: string | null;
  dosage: string | null;
  since: string | null;
  until: string | null;
}

export interface TestResult {
  name: string;
  /** As it was reported, e.g. `6.8` or `陰性`. */
  value: string;
  unit: string | null;
  date: string;
}

export interface CareService {
  kind: string;
  providerId: string | null;
  providerName: string | null;
  schedule: string | null;
}

export interface PublicExpense {
  payerNumber: string;
  recipientNumber: string;
  validUntil: string | null;
}

export interface MedicalInsurance {
  insurerNumber: string;
  symbol: string | null;
  number: string | null;
  branchNumber: string | null;
  copaymentPercent: number | null;
  publicExpenses: PublicExpense[];
  validUntil: string | null;
}

export const careLevels = ['NOT_CERTIFIED', 'SUPPORT_1', 'SUPPORT_2', 'CARE_1', 'CARE_2', 'CARE_3', 'CARE_4', 'CARE_5'] as const;
export type CareLevel = (typeof careLevels)[number];

export interface LongTermCareInsurance {
  insurerNumber: string;
  insuredNumber: string;
  careLevel: CareLevel;
  copaymentPercent: number | null;
  validFrom: string | null;
  validUntil: string | null;
}

export interface HospitalRef {
  facilityId: string | null;
  name: string;
  department: string | null;
  phone: string | null;
}

export interface Hospitals {
  referring: HospitalRef | null;
  readmission: HospitalRef | null;
}

/** What each block holds; an insurance that was taken away is null. */
export interface BlockContents {
  MEDICAL_HISTORY: Condition[];
  ALLERGIES: string[];
  MEDICATIONS: Medication[];
  TEST_RESULTS: TestResult[];
  CARE_SERVICES: CareService[];
  MEDICAL_INSURANCE: MedicalInsurance | null;
  LONG_TERM_CARE_INSURANCE: LongTermCareInsurance | null;
  HOSPITALS: Hospitals;
  DISASTER: { note: string | null };
}
/** Blocks that are one value, changed by `patientUpdate`. */
export type ContentBlock = keyof BlockContents;

/** A contact as it is kept and as the history shows it. */
export interface FamilyContactFields {
  name: string;
  relationship: string;
  phones: string[];
  fax: string | null;
  isKeyPerson: boolean;
  emergencyOrder: number | null;
  livesTogether: boolean | null;
}
