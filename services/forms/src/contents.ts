/** What the forms hold. Days are ISO calendar days; pictures are PNG or JPEG. */
import type {
  closureReasons,
  FacilityKind,
  givers,
  idChangeKinds,
  InformationCategory,
  Profession,
  roomRoles,
  sexes,
  situations,
} from './words.ts';

type Day = string;

export interface FacilityOnForm {
  name: string;
  nameKana?: string | undefined;
  /** Ten digits. */
  institutionCode: string;
  kind?: FacilityKind | undefined;
  postalCode?: string | undefined;
  address: string;
  phone: string;
  fax?: string | undefined;
  email?: string | undefined;
}

interface Signed {
  /** Ids of the clauses that were accepted. */
  acceptedClauses: string[];
  signerName: string;
  signedOn: Day;
  /** What was drawn on the screen. */
  signature?: Uint8Array | undefined;
}

/** 1-1 */
export interface FacilityPledge extends Signed {
  facility: FacilityOnForm;
  signerTitle?: string | undefined;
  securityManagerName?: string | undefined;
}

/** 1-2 */
export interface PersonalPledge extends Signed {
  facilityName: string;
  professions: Profession[];
  signerNameKana?: string | undefined;
}

export interface ApplicantOnForm {
  name: string;
  nameKana: string;
  professions: Profession[];
  title?: string | undefined;
  /** ISO calendar day; anything else is printed as it was typed, so that a returned form shows its mistake. */
  birthDate?: string | undefined;
  licenceNumber?: string | undefined;
  email?: string | undefined;
  /** Account name of an ID that the person says to have, also of another district. */
  existingId?: string | undefined;
  isFacilityAdmin: boolean;
  /** As typed, e.g. `iPad（業務用）`. */
  devices: string[];
}

/** 2-1-1 and 2-1-2 */
export interface IdIssue {
  facility: FacilityOnForm;
  headName?: string | undefined;
  contactName?: string | undefined;
  applicants: ApplicantOnForm[];
  submittedOn: Day;
}

/** 2-2 */
export interface IdChange {
  facility: { name: string; institutionCode?: string | undefined };
  submitterName: string;
  submittedOn: Day;
  person: { name: string; nameKana?: string | undefined; professions: Profession[] };
  changes: { kind: keyof typeof idChangeKinds; before?: string | undefined; after?: string | undefined }[];
  effectiveOn: Day;
  /** `HH:MM` in Japan. */
  effectiveTime?: string | undefined;
  toFacility?: { name: string; institutionCode?: string | undefined } | undefined;
  /** Who follows as steward, room by room, when one leaves. */
  successors?: { roomNumber: string; name: string }[] | undefined;
  reason?: string | undefined;
}

export interface PatientOnForm {
  name: string;
  nameKana?: string | undefined;
  sex?: keyof typeof sexes | undefined;
  birthDate?: Day | undefined;
  postalCode?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
}

/** 3-1 */
export interface ConsentOnForm {
  patient: PatientOnForm;
  categories: { category: InformationCategory; granted: boolean; visibleToFamily: boolean; visibleToPartners: boolean }[];
  disasterUse: boolean;
  expiresOn?: Day | undefined;
  giver: keyof typeof givers;
  giverName: string;
  relationship?: string | undefined;
  proxyReason?: string | undefined;
  explainedByName: string;
  explainedByFacility?: string | undefined;
  explainedOn: Day;
  signedOn: Day;
  signature?: Uint8Array | undefined;
}

export interface RoomApplicant {
  name: string;
  professions: Profession[];
  facilityName: string;
  phone?: string | undefined;
}

export interface MemberOnForm {
  name: string;
  profession?: string | undefined;
  facilityName?: string | undefined;
  role: keyof typeof roomRoles;
  isSteward: boolean;
  /** False shows that an ID has to be asked for first (R11). */
  hasId: boolean;
}

interface HospitalOnForm {
  name: string;
  department?: string | undefined;
  phone?: string | undefined;
}

/** 4-1 */
export interface RoomCreation {
  applicant: RoomApplicant;
  patient: PatientOnForm;
  /** Of the consent 3-1 that it stands on. */
  consentSignedOn?: Day | undefined;
  /** The consent's own receipt number, where its day is not at hand. */
  consentNumber?: string | undefined;
  situation?: keyof typeof situations | undefined;
  reason?: string | undefined;
  members: MemberOnForm[];
  referringHospital?: HospitalOnForm | undefined;
  readmissionHospital?: HospitalOnForm | undefined;
  emergencyContacts?: { name: string; relationship: string; phones: string[] }[] | undefined;
  disasterNote?: string | undefined;
  /** Printed where the reader may not read a part: a blank there would say that nothing was written. */
  instead?: Partial<Record<'patient' | 'hospitals' | 'contacts' | 'disaster', string>> | undefined;
  submittedOn: Day;
}

/** 4-2 */
export interface RoomChange {
  applicant: RoomApplicant;
  roomNumber: string;
  patientName: string;
  add: MemberOnForm[];
  remove: { name: string; facilityName?: string | undefined; reason?: string | undefined }[];
  newStewardName?: string | undefined;
  effectiveOn: Day;
  /** `HH:MM` in Japan. */
  effectiveTime?: string | undefined;
  reason?: string | undefined;
  submittedOn: Day;
}

/** 4-3 */
export interface RoomClosure {
  applicant: RoomApplicant;
  roomNumber: string;
  patientName: string;
  reason: keyof typeof closureReasons;
  note?: string | undefined;
  /** Who was told, and when. */
  told: { name: string; relationship?: string | undefined; on?: Day | undefined }[];
  /** Whether each facility has saved its copy (R16). */
  copies: { facilityName: string; hasSaved: boolean }[];
  exportTo?: string | undefined;
  submittedOn: Day;
}

/** Contents by form. */
export interface FormContents {
  FORM_1_1: FacilityPledge;
  FORM_1_2: PersonalPledge;
  FORM_2_1_1: IdIssue;
  FORM_2_1_2: IdIssue;
  FORM_2_2: IdChange;
  FORM_3_1: ConsentOnForm;
  FORM_4_1: RoomCreation;
  FORM_4_2: RoomChange;
  FORM_4_3: RoomClosure;
}
