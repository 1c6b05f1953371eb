/** What is taken along, as the subgraphs gave it out to the person who takes it; null where they may not have it. */
import type { InformationCategory } from '@heya/schema/events';

interface Named {
  id: string;
}

export interface MemberPart {
  id: string;
  user: Named | null;
  displayName: string;
  facility: Named | null;
  facilityName: string | null;
  professionLabel: string | null;
  role: 'CARE_TEAM' | 'PATIENT' | 'FAMILY' | 'CENTER_OBSERVER';
  isSteward: boolean;
  status: 'INVITED' | 'ACTIVE' | 'LEFT';
  joinedAt: string | null;
  leftAt: string | null;
}

export interface ContactPart {
  id: string;
  name: string;
  relationship: string;
  phones: string[];
  fax: string | null;
  isKeyPerson: boolean;
  emergencyOrder: number | null;
  livesTogether: boolean | null;
}

export interface HospitalPart {
  facility: Named | null;
  name: string;
  department: string | null;
  phone: string | null;
}

export interface PatientPart {
  id: string;
  name: string | null;
  nameKana: string | null;
  sex: 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN' | null;
  birthDate: string | null;
  postalCode: string | null;
  address: string | null;
  phone: string | null;
  familyContacts: ContactPart[] | null;
  medicalHistory: { name: string; icd10: string | null; since: string | null; until: string | null; note: string | null }[] | null;
  allergies: string[] | null;
  medications: { name: string; yjCode: string | null; dosage: string | null; since: string | null; until: string | null }[] | null;
  testResults: { name: string; value: string; unit: string | null; date: string }[] | null;
  careServices: { kind: string; providerName: string | null; schedule: string | null }[] | null;
  medicalInsurance: {
    insurerNumber: string;
    symbol: string | null;
    number: string | null;
    branchNumber: string | null;
    copaymentPercent: number | null;
    publicExpenses: { payerNumber: string; recipientNumber: string; validUntil: string | null }[];
    validUntil: string | null;
  } | null;
  longTermCareInsurance: {
    insurerNumber: string;
    insuredNumber: string;
    careLevel: string;
    copaymentPercent: number | null;
    validFrom: string | null;
    validUntil: string | null;
  } | null;
  referringHospital: HospitalPart | null;
  readmissionHospital: HospitalPart | null;
  disasterNote: string | null;
  /** Identifiers that entries had before they were brought here. */
  profileBlocks: { block: string; broughtAlong: { place: number; identifiers: IdentifierPart[] }[] }[];
}

export interface IdentifierPart {
  system: string;
  value: string;
}

export interface RoomPart {
  id: string;
  roomNumber: string;
  status: string;
  openedAt: string | null;
  closedAt: string | null;
  memberships: MemberPart[];
  patient: PatientPart;
}

export interface MeasurementPart {
  kind: string;
  value: number;
  unit: string;
  loincCode: string;
  flag: 'NORMAL' | 'LOW' | 'HIGH' | 'CRITICAL_LOW' | 'CRITICAL_HIGH';
  context: string | null;
}

/** What somebody measured and saw at one moment. */
export interface VitalsPart {
  id: string;
  takenAt: string;
  takenBy: Named | null;
  takenByName: string;
  measurements: MeasurementPart[];
  oxygenLitersPerMinute: number | null;
  consciousness: string | null;
  meals: { slot: string; main: number; side: number }[];
  stool: { bristol: number; count: number; blood: boolean } | null;
  medicines: { slot: string; outcome: string; note: string | null }[];
  sleepHours: number | null;
  bath: string | null;
  fall: boolean | null;
  note: string | null;
  source: string;
  /** What stands out over days. */
  alerts: string[];
  /** The record whose place it takes, and why. */
  corrects: Named | null;
  correctionReason: string | null;
  /** Neither corrected nor taken back. */
  isCurrent: boolean;
  correctedBy: Named | null;
}

export interface PostPart {
  id: string;
  author: Named | null;
  authorName: string;
  authorProfessionLabel: string | null;
  authorFacilityName: string | null;
  kind: string;
  audience: 'CARE_TEAM' | 'EVERYONE';
  importance: 'NORMAL' | 'IMPORTANT' | 'URGENT';
  body: string | null;
  observedAt: string;
  createdAt: string;
  /** What it answers. */
  parent: Named | null;
  spokenForName: string | null;
  retraction: { at: string; byName: string; reason: string } | null;
  /** Its words before they were corrected, oldest first. */
  revisions: { at: string; byName: string; body: string }[];
  visit: {
    nextVisitOn: string | null;
    planChanged: boolean;
    planChange: string | null;
    careAdvice: string | null;
    wishes: string | null;
  } | null;
  ask: { dueAt: string; takenByName: string | null; doneAt: string | null; doneByName: string | null; note: string | null } | null;
  vitals: VitalsPart | null;
  /** What this person may see; a post that was brought here has none. */
  attachments?: AttachmentPart[];
  /** Of a post that was brought here: the room where it was written. */
  sourceRoomId?: string;
}

/** A photo or a document of a post, and where it lies for this person for a minute. */
export interface AttachmentPart {
  id: string;
  kind: 'PHOTO' | 'PDF';
  documentKind: 'OPINION' | 'INSTRUCTION' | 'OTHER' | null;
  alt: string | null;
  isBodyImage: boolean;
  bodySite: string | null;
  takenAt: string | null;
  screen: string | null;
  whole: string | null;
}

/** As it lies in the package. */
export interface TakenFile {
  attachment: AttachmentPart;
  postId: string;
  observedAt: string;
  name: string;
  bytes: Uint8Array;
}

/** A post of another room that had been brought here. */
export interface BroughtPostPart {
  sourceId: string;
  sourceRoomId: string;
  audience: 'CARE_TEAM' | 'EVERYONE';
  isImportant: boolean;
  authorLabel: string;
  body: string | null;
  readings: string[];
  observedAt: string;
  writtenAt: string;
}

export interface ConsentPart {
  id: string;
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACTIVE' | 'WITHDRAWN' | 'SUPERSEDED' | 'EXPIRED';
  version: number;
  categories: { category: InformationCategory; granted: boolean; visibleToFamily: boolean; visibleToPartners: boolean }[];
  giver: string;
  giverName: string;
  proxyRelation: string | null;
  receiptNumber: string;
  disasterUse: boolean;
  expiresOn: string | null;
  textVersion: string;
  explainedBy: Named | null;
  explainedByName: string;
  explainedAt: string;
  signedAt: string;
  withdrawnAt: string | null;
}

export interface LookPart {
  id: string;
  at: string;
  actor: Named | null;
  actorName: string;
  action: 'VIEW' | 'CREATE' | 'UPDATE' | 'RETRACT' | 'EXPORT' | 'PRINT' | 'DOWNLOAD_IMAGE' | 'SEARCH' | 'DENIED';
  categories: InformationCategory[];
  subjectLabel: string;
  subjectId: string | null;
  outcome: 'ALLOWED' | 'DENIED_CONSENT' | 'DENIED_ROLE' | 'DENIED_DEVICE';
  entryHash: string;
}

export interface Parts {
  room: RoomPart;
  posts: PostPart[];
  /** Photos and documents of the posts. */
  files: TakenFile[];
  /** There were more than one package holds. */
  filesCut: boolean;
  /** Null: the consent service gives none out to this person. */
  consents: ConsentPart[] | null;
  /** Newest first; null: not for this person. */
  looks: LookPart[] | null;
  /** There were more looks than are taken along. */
  looksCut: boolean;
}

/** Who takes what along, and why. */
export interface Taking {
  id: string;
  districtId: string;
  /** As it is called now; null where nobody says. */
  districtName: string | null;
  userId: string;
  userName: string;
  facilityName: string | null;
  purpose: string;
  reason: string;
  at: Date;
}

/** @returns the classes of which something came, so that each stands in the record (R32) */
export function classesOf({ room: { patient }, posts, files }: Parts): InformationCategory[] {
  const came: [InformationCategory, unknown][] = [
    ['DEMOGRAPHICS', patient.name],
    ['FAMILY_CONTACTS', patient.familyContacts],
    ['INSURANCE', patient.medicalInsurance ?? patient.longTermCareInsurance],
    ['MEDICAL_HISTORY', patient.medicalHistory ?? patient.allergies],
    ['MEDICATIONS', patient.medications],
    ['TEST_RESULTS', patient.testResults],
    ['DAILY_CONDITION', posts.length > 0 ? posts : null],
    ['BODY_IMAGES', files.some(({ attachment }) => attachment.isBodyImage) || null],
    ['CARE_SERVICES', patient.careServices],
    ['HOSPITALS', patient.referringHospital ?? patient.readmissionHospital],
    ['DISASTER_SAFETY', patient.disasterNote],
  ];
  return came.flatMap(([category, value]) => (value === null || value === undefined ? [] : [category]));
}
