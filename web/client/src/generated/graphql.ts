/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccessAction =
  | 'CREATE'
  | 'DENIED'
  | 'DOWNLOAD_IMAGE'
  | 'EXPORT'
  | 'PRINT'
  | 'RETRACT'
  | 'SEARCH'
  | 'UPDATE'
  | 'VIEW';

export type AccessOutcome =
  | 'ALLOWED'
  | 'DENIED_CONSENT'
  | 'DENIED_DEVICE'
  | 'DENIED_ROLE';

export type AdministrativeSex =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

export type ApplicationStatus =
  | 'APPROVED'
  | 'COMPLETED'
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'REJECTED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'WITHDRAWN';

export type Audience =
  | 'CARE_TEAM'
  | 'EVERYONE';

export type AuthenticationMethod =
  | 'DEVICE_CERTIFICATE'
  | 'PASSKEY'
  | 'PASSWORD'
  | 'TOTP';

export type CareSituation =
  | 'COMPLEX_MEDICAL_CARE'
  | 'DEMENTIA'
  | 'NEUROLOGICAL_DISEASE'
  | 'OTHER'
  | 'RECOVERING_AFTER_DISCHARGE'
  | 'TERMINAL_CARE';

export type ConsentCategoryInput = {
  category: InformationCategory;
  granted: boolean;
  visibleToFamily?: boolean | null | undefined;
  visibleToPartners?: boolean | null | undefined;
};

export type ConsentEventKind =
  | 'ACTIVATED'
  | 'CATEGORIES_CHANGED'
  | 'EXPLAINED'
  | 'RETURNED'
  | 'SIGNED'
  | 'SUBMITTED'
  | 'SUPERSEDED'
  | 'WITHDRAWN';

export type ConsentGiver =
  | 'FAMILY_PROXY'
  | 'LEGAL_GUARDIAN'
  | 'PATIENT';

export type ConsentMethod =
  | 'ON_DEVICE_SIGNATURE'
  | 'PATIENT_ACCOUNT';

export type ConsentStatus =
  | 'ACTIVE'
  | 'DRAFT'
  | 'EXPIRED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'SUPERSEDED'
  | 'WITHDRAWN';

export type ConsentSubmitInput = {
  categories: Array<ConsentCategoryInput>;
  disasterUse?: boolean | null | undefined;
  expiresOn?: string | null | undefined;
  explainedAt: string;
  explainedById: string;
  giver: ConsentGiver;
  giverName: string;
  idempotencyKey: string;
  method: ConsentMethod;
  patientId: string;
  proxyReason?: string | null | undefined;
  signature: SignatureInput;
  signedAt: string;
  textVersion: string;
};

export type ConsentWithdrawInput = {
  expectedVersion: number;
  idempotencyKey: string;
  reason?: string | null | undefined;
  withdrawnBy: ConsentGiver;
  withdrawnByName: string;
};

export type DisclosureState =
  | 'NOT_CONSENTED'
  | 'ROLE_RESTRICTED'
  | 'SHARED'
  | 'WITHDRAWN';

export type FacilityKind =
  | 'CARE_MANAGEMENT_OFFICE'
  | 'CLINIC'
  | 'COMMUNITY_GENERAL_SUPPORT_CENTER'
  | 'DAY_REHABILITATION'
  | 'DAY_SERVICE'
  | 'DENTAL_CLINIC'
  | 'HOME_CARE_OFFICE'
  | 'HOME_CARE_SUPPORT_CENTER'
  | 'HOSPITAL'
  | 'OTHER'
  | 'PHARMACY'
  | 'SHORT_STAY'
  | 'SMALL_MULTIFUNCTION'
  | 'VISITING_NURSE_STATION'
  | 'WELFARE_EQUIPMENT';

export type FormCode =
  | 'FORM_1_1'
  | 'FORM_1_2'
  | 'FORM_2_1_1'
  | 'FORM_2_1_2'
  | 'FORM_2_2'
  | 'FORM_3_1'
  | 'FORM_4_1'
  | 'FORM_4_2'
  | 'FORM_4_3';

export type Importance =
  | 'IMPORTANT'
  | 'NORMAL'
  | 'URGENT';

export type InformationCategory =
  | 'BODY_IMAGES'
  | 'CARE_SERVICES'
  | 'DAILY_CONDITION'
  | 'DEMOGRAPHICS'
  | 'DISASTER_SAFETY'
  | 'FAMILY_CONTACTS'
  | 'HOSPITALS'
  | 'INSURANCE'
  | 'MEDICAL_HISTORY'
  | 'MEDICATIONS'
  | 'TEST_RESULTS';

export type MeasurementInput = {
  kind: VitalKind;
  value: number;
};

export type MembershipStatus =
  | 'ACTIVE'
  | 'INVITED'
  | 'LEFT';

export type PatientRegisterInput = {
  address: string;
  birthDate: string;
  idempotencyKey: string;
  name: string;
  nameKana: string;
  phone?: string | null | undefined;
  postalCode?: string | null | undefined;
  sex: AdministrativeSex;
};

export type PostCreateInput = {
  audience: Audience;
  body?: string | null | undefined;
  idempotencyKey: string;
  importance?: Importance | null | undefined;
  kind?: PostKind | null | undefined;
  observedAt?: string | null | undefined;
  roomId: string;
  vitals?: VitalsInput | null | undefined;
};

export type PostKind =
  | 'NOTE'
  | 'VITALS';

export type Profession =
  | 'CARE_MANAGER'
  | 'CARE_WORKER'
  | 'CLERK'
  | 'DENTAL_HYGIENIST'
  | 'DENTIST'
  | 'DIETITIAN'
  | 'HOME_HELPER'
  | 'MEDICAL_SOCIAL_WORKER'
  | 'NURSE'
  | 'OCCUPATIONAL_THERAPIST'
  | 'OTHER'
  | 'PHARMACIST'
  | 'PHYSICIAN'
  | 'PHYSIOTHERAPIST'
  | 'PUBLIC_HEALTH_NURSE'
  | 'SOCIAL_WORKER'
  | 'SPEECH_THERAPIST';

export type ProposedMemberInput = {
  facilityId?: string | null | undefined;
  role: RoomRole;
  userId: string;
};

export type ReviewDecision =
  | 'APPROVE'
  | 'REJECT'
  | 'RETURN';

export type ReviewInput = {
  decision: ReviewDecision;
  expectedVersion: number;
  reason?: string | null | undefined;
};

export type ReviewTaskKind =
  | 'CONSENT'
  | 'DORMANCY_REVIEW'
  | 'ID_APPLICATION'
  | 'PLEDGE'
  | 'ROOM_APPLICATION'
  | 'SUPPORT_REFERRAL'
  | 'WEEKLY_CHECK_OVERDUE';

export type ReviewTaskState =
  | 'CLAIMED'
  | 'CLOSED'
  | 'OPEN';

export type RoomChangeKind =
  | 'MEMBER_INVITED'
  | 'MEMBER_JOINED'
  | 'MEMBER_LEFT'
  | 'PATIENT_UPDATED'
  | 'STATUS'
  | 'STEWARD_CHANGED';

export type RoomConsentState =
  | 'OK'
  | 'PENDING'
  | 'WITHDRAWN';

export type RoomCreationApplyInput = {
  consentId: string;
  idempotencyKey: string;
  members: Array<ProposedMemberInput>;
  patientId: string;
  reason?: string | null | undefined;
  situation?: CareSituation | null | undefined;
  stewardUserId: string;
};

export type RoomRole =
  | 'CARE_TEAM'
  | 'CENTER_OBSERVER'
  | 'FAMILY'
  | 'PATIENT';

export type RoomStatus =
  | 'ACTIVE'
  | 'CLOSED'
  | 'CLOSING'
  | 'DORMANT'
  | 'PREPARING'
  | 'PURGED';

export type SessionEndReason =
  | 'DEVICE_REVOKED'
  | 'EXPIRED'
  | 'ID_DEACTIVATED'
  | 'REVOKED'
  | 'SIGNED_OUT';

export type SignatureInput = {
  base64: string;
  contentType: string;
};

export type UserErrorCode =
  | 'ALREADY_EXISTS'
  | 'AUDIENCE_TOO_WIDE'
  | 'BLANK'
  | 'CATEGORY_MANDATORY'
  | 'CONSENT_REQUIRED'
  | 'CONSENT_WITHDRAWN'
  | 'FORBIDDEN'
  | 'IMPLAUSIBLE_VALUE'
  | 'INVALID'
  | 'INVALID_STATE'
  | 'MEMBER_HAS_NO_ID'
  | 'MY_NUMBER_NOT_ALLOWED'
  | 'NOT_A_CARE_PROVIDER'
  | 'NOT_FOUND'
  | 'PROXY_REASON_REQUIRED'
  | 'ROOM_CLOSED'
  | 'STALE_VERSION'
  | 'STEWARD_REQUIRED'
  | 'TOO_LONG';

export type UserKind =
  | 'CENTER_OFFICER'
  | 'FAMILY'
  | 'PATIENT'
  | 'PROFESSIONAL'
  | 'SYSTEM';

export type VitalFlag =
  | 'CRITICAL_HIGH'
  | 'CRITICAL_LOW'
  | 'HIGH'
  | 'LOW'
  | 'NORMAL';

export type VitalKind =
  | 'BLOOD_GLUCOSE'
  | 'BODY_TEMPERATURE'
  | 'DIASTOLIC'
  | 'FLUID_INTAKE'
  | 'PAIN'
  | 'PULSE'
  | 'RESPIRATION'
  | 'SPO2'
  | 'SYSTOLIC'
  | 'URINE_VOLUME'
  | 'WEIGHT';

export type VitalsInput = {
  confirmImplausible?: boolean | null | undefined;
  measurements: Array<MeasurementInput>;
  note?: string | null | undefined;
  takenAt: string;
};

export type PatientRegisterMutationVariables = Exact<{
  input: PatientRegisterInput;
}>;


export type PatientRegisterMutation = { patientRegister: { patient: { id: string, name: string | null } | null, possibleDuplicates: Array<{ id: string }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PatientInPreparationQueryVariables = Exact<{
  id: string;
}>;


export type PatientInPreparationQuery = { patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus, signedAt: string } | null, room: { id: string } | null } | null, viewer: { id: string, user: { id: string, displayName: string }, roomApplications: Array<{ id: string, receiptNumber: string, status: ApplicationStatus, patient: { id: string } | null }> | null } | null };

export type FacilitySearchQueryVariables = Exact<{
  query: string;
}>;


export type FacilitySearchQuery = { facilities: { nodes: Array<{ id: string, name: string, kind: FacilityKind, municipality: string }> } };

export type FacilityStaffQueryVariables = Exact<{
  id: string;
}>;


export type FacilityStaffQuery = { facility: { id: string, name: string, staff: { nodes: Array<{ id: string, professions: Array<Profession>, user: { id: string, displayName: string, displayNameKana: string | null, deactivatedAt: string | null } }> } } | null };

export type AccountLookupQueryVariables = Exact<{
  accountName: string;
}>;


export type AccountLookupQuery = { userByAccountName: { id: string, kind: UserKind, displayName: string } | null };

export type RoomCreationApplyMutationVariables = Exact<{
  input: RoomCreationApplyInput;
}>;


export type RoomCreationApplyMutation = { roomCreationApply: { roomApplication: { id: string, receiptNumber: string, expectedBy: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReviewTaskRowFragment = { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null };

export type InboxScreenQueryVariables = Exact<{
  states?: Array<ReviewTaskState> | ReviewTaskState | null | undefined;
}>;


export type InboxScreenQuery = { reviewTasks: { totalCount: number | null, nodes: Array<{ id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null }> } };

export type ApplicationViewFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } };

export type TaskScreenQueryVariables = Exact<{
  id: string;
}>;


export type TaskScreenQuery = { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, subject:
      | { __typename: 'Consent', id: string, giverName: string, withdrawnAt: string | null, withdrawalReason: string | null, explainedByName: string, consentStatus: ConsentStatus, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null }> }
      | { __typename: 'RoomApplication', id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } }
     | null, assignee: { id: string, displayName: string } | null } | null, viewer: { id: string, user: { id: string } } | null };

export type ApplicationReviewMutationVariables = Exact<{
  id: string;
  input: ReviewInput;
}>;


export type ApplicationReviewMutation = { roomApplicationReview: { roomApplication: { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApplicationExecuteMutationVariables = Exact<{
  id: string;
}>;


export type ApplicationExecuteMutation = { roomApplicationExecute: { roomApplication: { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApplicationWithdrawMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type ApplicationWithdrawMutation = { roomApplicationWithdraw: { roomApplication: { id: string, status: ApplicationStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskClaimMutationVariables = Exact<{
  id: string;
}>;


export type TaskClaimMutation = { reviewTaskClaim: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskReleaseMutationVariables = Exact<{
  id: string;
}>;


export type TaskReleaseMutation = { reviewTaskRelease: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReviewTaskChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ReviewTaskChangesSubscription = { reviewTaskChanged: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } };

export type ConsentViewFragment = { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyReason: string | null, method: ConsentMethod, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> };

export type ConsentScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type ConsentScreenQuery = { room: { id: string, consentState: RoomConsentState | null, patient: { id: string, name: string | null, consent: { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyReason: string | null, method: ConsentMethod, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null };

export type AccessScreenQueryVariables = Exact<{
  roomId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AccessScreenQuery = { room: { id: string, patient: { id: string, accessLog: { nodes: Array<{ id: string, at: string, actorName: string, apiClientName: string | null, action: AccessAction, category: InformationCategory | null, subjectLabel: string, outcome: AccessOutcome }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } } | null };

export type ConsentWithdrawMutationVariables = Exact<{
  id: string;
  input: ConsentWithdrawInput;
}>;


export type ConsentWithdrawMutation = { consentWithdraw: { consent: { id: string, status: ConsentStatus, withdrawnAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConsentTextScreenQueryVariables = Exact<{
  locale: string;
}>;


export type ConsentTextScreenQuery = { consentText: { version: string, title: string, effectiveOn: string, sections: Array<{ heading: string, body: string, plainBody: string | null }> } };

export type ConsentSubmitMutationVariables = Exact<{
  input: ConsentSubmitInput;
}>;


export type ConsentSubmitMutation = { consentSubmit: { consent: { id: string, status: ConsentStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MeasurementFragment = { kind: VitalKind, value: number, unit: string, flag: VitalFlag };

export type PostCardFragment = { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null };

export type ViewerPostFragment = { viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null };

export type MemberFragment = { id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null };

export type RoomListItemFragment = { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null };

export type PatientProfileFragment = { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string };

export type ProblemFragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type RoomScreenQueryVariables = Exact<{
  id: string;
  last: number;
}>;


export type RoomScreenQuery = { room: { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, viewerCanPost: boolean, eventCursor: string | null, unreadCount: number | null, openedAt: string | null, firstUnreadPost: { id: string } | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, viewerCanWithdraw: boolean } | null }, posts: { nodes: Array<{ viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null };

export type RoomFrameQueryVariables = Exact<{
  id: string;
}>;


export type RoomFrameQuery = { room: { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, viewerCanPost: boolean, unreadCount: number | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, viewerCanWithdraw: boolean } | null } } | null };

export type RoomPostsBeforeQueryVariables = Exact<{
  id: string;
  last: number;
  before: string;
}>;


export type RoomPostsBeforeQuery = { room: { id: string, posts: { nodes: Array<{ viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null };

export type RoomColumnQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomColumnQuery = { viewer: { id: string, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null } | null };

export type BodyScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type BodyScreenQuery = { room: { id: string, patient: { id: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string, note: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> }> } | null } } | null };

export type PostReadersQueryVariables = Exact<{
  id: string;
}>;


export type PostReadersQuery = { post: { id: string, readReceipts: { nodes: Array<{ userName: string, readAt: string }>, unreadUsers: Array<{ id: string, displayName: string } | null> } } | null };

export type PostCreateMutationVariables = Exact<{
  input: PostCreateInput;
}>;


export type PostCreateMutation = { postCreate: { replayed: boolean, post: { viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomMarkReadMutationVariables = Exact<{
  roomId: string;
  upToPostId: string;
}>;


export type RoomMarkReadMutation = { roomMarkRead: { room: { id: string, unreadCount: number | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomEventsSubscriptionVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;


export type RoomEventsSubscription = { roomEvent:
    | { __typename: 'PostChanged', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } }
    | { __typename: 'PostCreated', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } }
    | { __typename: 'ReadSummaryChanged', cursor: string, post: { id: string, readSummary: { readCount: number, audienceCount: number } } }
   };

export type RoomChangesSubscriptionVariables = Exact<{
  roomId: string;
}>;


export type RoomChangesSubscription = { roomChanged: { cursor: string, kind: RoomChangeKind } };

export type ConsentChangesSubscriptionVariables = Exact<{
  patientId: string;
}>;


export type ConsentChangesSubscription = { consentChanged: { cursor: string, consent: { id: string, status: ConsentStatus } } };

export type ViewerFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerFrameQuery = { viewer: { id: string, user: { id: string, kind: UserKind, displayName: string }, activeFacility: { id: string, name: string } | null } | null };

export type HomeScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeScreenQuery = { viewer: { id: string, user: { id: string, kind: UserKind, displayName: string, practitioner: { id: string, professions: Array<Profession> } | null }, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null, invitations: Array<{ id: string, role: RoomRole, isSteward: boolean, invitedAt: string, room: { id: string, roomNumber: string, patient: { id: string, name: string | null } } }> | null, roomApplications: Array<{ id: string, receiptNumber: string, status: ApplicationStatus, submittedAt: string | null, expectedBy: string | null, decisionReason: string | null, patient: { id: string, name: string | null } | null, room: { id: string } | null }> | null, patientsInPreparation: Array<{ id: string, name: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus } | null }> | null } | null };

export type InvitationAcceptMutationVariables = Exact<{
  membershipId: string;
}>;


export type InvitationAcceptMutation = { roomInvitationAccept: { membership: { id: string, status: MembershipStatus, room: { id: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionsScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsScreenQuery = { viewer: { id: string, sessions: Array<{ id: string, methods: Array<AuthenticationMethod>, networkHint: string | null, startedAt: string, lastActiveAt: string, isCurrent: boolean }> } | null };

export type SessionRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SessionRevokeMutation = { sessionRevoke: { sessionId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionRevokeAllOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRevokeAllOthersMutation = { sessionRevokeAllOthers: { revokedCount: number, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionEndedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionEndedSubscription = { sessionEnded: { sessionId: string, reason: SessionEndReason } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ReviewTaskRowFragmentDoc = new TypedDocumentString(`
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}
    `, {"fragmentName":"ReviewTaskRow"}) as unknown as TypedDocumentString<ReviewTaskRowFragment, unknown>;
export const ApplicationViewFragmentDoc = new TypedDocumentString(`
    fragment ApplicationView on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  decidedAt
  decisionReason
  version
  viewerCanReview
  viewerCanExecute
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  patient {
    id
    name
    nameKana
    birthDate
    age
  }
  room {
    id
    roomNumber
    status
  }
  details {
    __typename
    ... on RoomCreationDetails {
      situation
      reason
      stewardName
      steward {
        id
      }
      members {
        displayName
        role
        user {
          id
          deactivatedAt
        }
        facility {
          id
          name
        }
      }
      consent {
        id
        status
        giver
        giverName
        signedAt
        explainedByName
        disasterUse
        categories {
          category
          granted
          visibleToFamily
          visibleToPartners
        }
      }
    }
  }
}
    `, {"fragmentName":"ApplicationView"}) as unknown as TypedDocumentString<ApplicationViewFragment, unknown>;
export const ConsentViewFragmentDoc = new TypedDocumentString(`
    fragment ConsentView on Consent {
  id
  status
  version
  giver
  giverName
  proxyReason
  method
  textVersion
  explainedByName
  explainedAt
  signedAt
  activeSince
  withdrawnAt
  withdrawalReason
  disasterUse
  expiresOn
  viewerCanWithdraw
  categories {
    category
    granted
    mandatory
    visibleToFamily
    visibleToPartners
  }
}
    `, {"fragmentName":"ConsentView"}) as unknown as TypedDocumentString<ConsentViewFragment, unknown>;
export const MeasurementFragmentDoc = new TypedDocumentString(`
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
    `, {"fragmentName":"Measurement"}) as unknown as TypedDocumentString<MeasurementFragment, unknown>;
export const PostCardFragmentDoc = new TypedDocumentString(`
    fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}`, {"fragmentName":"PostCard"}) as unknown as TypedDocumentString<PostCardFragment, unknown>;
export const ViewerPostFragmentDoc = new TypedDocumentString(`
    fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}`, {"fragmentName":"ViewerPost"}) as unknown as TypedDocumentString<ViewerPostFragment, unknown>;
export const MemberFragmentDoc = new TypedDocumentString(`
    fragment Member on RoomMembership {
  id
  user {
    id
  }
  displayName
  professionLabel
  facilityName
  role
  isSteward
  status
  invitedAt
  joinedAt
  lastReadAt
}
    `, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
export const RoomListItemFragmentDoc = new TypedDocumentString(`
    fragment RoomListItem on Room {
  id
  roomNumber
  status
  consentState
  unreadCount
  lastActivityAt
  patient {
    id
    name
  }
  lastPost {
    id
    authorName
    excerpt(length: 40)
  }
}
    `, {"fragmentName":"RoomListItem"}) as unknown as TypedDocumentString<RoomListItemFragment, unknown>;
export const PatientProfileFragmentDoc = new TypedDocumentString(`
    fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}
    `, {"fragmentName":"PatientProfile"}) as unknown as TypedDocumentString<PatientProfileFragment, unknown>;
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const PatientRegisterDocument = new TypedDocumentString(`
    mutation PatientRegister($input: PatientRegisterInput!) {
  patientRegister(input: $input) {
    patient {
      id
      name
    }
    possibleDuplicates {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<PatientRegisterMutation, PatientRegisterMutationVariables>;
export const PatientInPreparationDocument = new TypedDocumentString(`
    query PatientInPreparation($id: ID!) {
  patient(id: $id) {
    ...PatientProfile
    consent {
      id
      status
      signedAt
    }
    room {
      id
    }
  }
  viewer {
    id
    user {
      id
      displayName
    }
    roomApplications {
      id
      receiptNumber
      status
      patient {
        id
      }
    }
  }
}
    fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}`) as unknown as TypedDocumentString<PatientInPreparationQuery, PatientInPreparationQueryVariables>;
export const FacilitySearchDocument = new TypedDocumentString(`
    query FacilitySearch($query: String!) {
  facilities(filter: {query: $query}, first: 20) {
    nodes {
      id
      name
      kind
      municipality
    }
  }
}
    `) as unknown as TypedDocumentString<FacilitySearchQuery, FacilitySearchQueryVariables>;
export const FacilityStaffDocument = new TypedDocumentString(`
    query FacilityStaff($id: ID!) {
  facility(id: $id) {
    id
    name
    staff(first: 50) {
      nodes {
        id
        professions
        user {
          id
          displayName
          displayNameKana
          deactivatedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FacilityStaffQuery, FacilityStaffQueryVariables>;
export const AccountLookupDocument = new TypedDocumentString(`
    query AccountLookup($accountName: String!) {
  userByAccountName(accountName: $accountName) {
    id
    kind
    displayName
  }
}
    `) as unknown as TypedDocumentString<AccountLookupQuery, AccountLookupQueryVariables>;
export const RoomCreationApplyDocument = new TypedDocumentString(`
    mutation RoomCreationApply($input: RoomCreationApplyInput!) {
  roomCreationApply(input: $input) {
    roomApplication {
      id
      receiptNumber
      expectedBy
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RoomCreationApplyMutation, RoomCreationApplyMutationVariables>;
export const InboxScreenDocument = new TypedDocumentString(`
    query InboxScreen($states: [ReviewTaskState!]) {
  reviewTasks(filter: {states: $states}, first: 50) {
    nodes {
      ...ReviewTaskRow
    }
    totalCount
  }
}
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<InboxScreenQuery, InboxScreenQueryVariables>;
export const TaskScreenDocument = new TypedDocumentString(`
    query TaskScreen($id: ID!) {
  reviewTask(id: $id) {
    ...ReviewTaskRow
    subject {
      __typename
      ... on RoomApplication {
        ...ApplicationView
      }
      ... on Consent {
        id
        consentStatus: status
        giverName
        withdrawnAt
        withdrawalReason
        explainedByName
        history {
          at
          actorName
          kind
          note
        }
      }
    }
  }
  viewer {
    id
    user {
      id
    }
  }
}
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}
fragment ApplicationView on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  decidedAt
  decisionReason
  version
  viewerCanReview
  viewerCanExecute
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  patient {
    id
    name
    nameKana
    birthDate
    age
  }
  room {
    id
    roomNumber
    status
  }
  details {
    __typename
    ... on RoomCreationDetails {
      situation
      reason
      stewardName
      steward {
        id
      }
      members {
        displayName
        role
        user {
          id
          deactivatedAt
        }
        facility {
          id
          name
        }
      }
      consent {
        id
        status
        giver
        giverName
        signedAt
        explainedByName
        disasterUse
        categories {
          category
          granted
          visibleToFamily
          visibleToPartners
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<TaskScreenQuery, TaskScreenQueryVariables>;
export const ApplicationReviewDocument = new TypedDocumentString(`
    mutation ApplicationReview($id: ID!, $input: ReviewInput!) {
  roomApplicationReview(id: $id, input: $input) {
    roomApplication {
      ...ApplicationView
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment ApplicationView on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  decidedAt
  decisionReason
  version
  viewerCanReview
  viewerCanExecute
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  patient {
    id
    name
    nameKana
    birthDate
    age
  }
  room {
    id
    roomNumber
    status
  }
  details {
    __typename
    ... on RoomCreationDetails {
      situation
      reason
      stewardName
      steward {
        id
      }
      members {
        displayName
        role
        user {
          id
          deactivatedAt
        }
        facility {
          id
          name
        }
      }
      consent {
        id
        status
        giver
        giverName
        signedAt
        explainedByName
        disasterUse
        categories {
          category
          granted
          visibleToFamily
          visibleToPartners
        }
      }
    }
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationReviewMutation, ApplicationReviewMutationVariables>;
export const ApplicationExecuteDocument = new TypedDocumentString(`
    mutation ApplicationExecute($id: ID!) {
  roomApplicationExecute(id: $id) {
    roomApplication {
      ...ApplicationView
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment ApplicationView on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  decidedAt
  decisionReason
  version
  viewerCanReview
  viewerCanExecute
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  patient {
    id
    name
    nameKana
    birthDate
    age
  }
  room {
    id
    roomNumber
    status
  }
  details {
    __typename
    ... on RoomCreationDetails {
      situation
      reason
      stewardName
      steward {
        id
      }
      members {
        displayName
        role
        user {
          id
          deactivatedAt
        }
        facility {
          id
          name
        }
      }
      consent {
        id
        status
        giver
        giverName
        signedAt
        explainedByName
        disasterUse
        categories {
          category
          granted
          visibleToFamily
          visibleToPartners
        }
      }
    }
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationExecuteMutation, ApplicationExecuteMutationVariables>;
export const ApplicationWithdrawDocument = new TypedDocumentString(`
    mutation ApplicationWithdraw($id: ID!, $expectedVersion: Int!) {
  roomApplicationWithdraw(id: $id, expectedVersion: $expectedVersion) {
    roomApplication {
      id
      status
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationWithdrawMutation, ApplicationWithdrawMutationVariables>;
export const TaskClaimDocument = new TypedDocumentString(`
    mutation TaskClaim($id: ID!) {
  reviewTaskClaim(id: $id) {
    reviewTask {
      ...ReviewTaskRow
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<TaskClaimMutation, TaskClaimMutationVariables>;
export const TaskReleaseDocument = new TypedDocumentString(`
    mutation TaskRelease($id: ID!) {
  reviewTaskRelease(id: $id) {
    reviewTask {
      ...ReviewTaskRow
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<TaskReleaseMutation, TaskReleaseMutationVariables>;
export const ReviewTaskChangesDocument = new TypedDocumentString(`
    subscription ReviewTaskChanges {
  reviewTaskChanged {
    ...ReviewTaskRow
  }
}
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ReviewTaskChangesSubscription, ReviewTaskChangesSubscriptionVariables>;
export const ConsentScreenDocument = new TypedDocumentString(`
    query ConsentScreen($roomId: ID!) {
  room(id: $roomId) {
    id
    consentState
    patient {
      id
      name
      consent {
        ...ConsentView
      }
    }
  }
}
    fragment ConsentView on Consent {
  id
  status
  version
  giver
  giverName
  proxyReason
  method
  textVersion
  explainedByName
  explainedAt
  signedAt
  activeSince
  withdrawnAt
  withdrawalReason
  disasterUse
  expiresOn
  viewerCanWithdraw
  categories {
    category
    granted
    mandatory
    visibleToFamily
    visibleToPartners
  }
}`) as unknown as TypedDocumentString<ConsentScreenQuery, ConsentScreenQueryVariables>;
export const AccessScreenDocument = new TypedDocumentString(`
    query AccessScreen($roomId: ID!, $first: Int!, $after: String) {
  room(id: $roomId) {
    id
    patient {
      id
      accessLog(first: $first, after: $after) {
        nodes {
          id
          at
          actorName
          apiClientName
          action
          category
          subjectLabel
          outcome
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccessScreenQuery, AccessScreenQueryVariables>;
export const ConsentWithdrawDocument = new TypedDocumentString(`
    mutation ConsentWithdraw($id: ID!, $input: ConsentWithdrawInput!) {
  consentWithdraw(id: $id, input: $input) {
    consent {
      id
      status
      withdrawnAt
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const ConsentTextScreenDocument = new TypedDocumentString(`
    query ConsentTextScreen($locale: String!) {
  consentText(locale: $locale) {
    version
    title
    effectiveOn
    sections {
      heading
      body
      plainBody
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentTextScreenQuery, ConsentTextScreenQueryVariables>;
export const ConsentSubmitDocument = new TypedDocumentString(`
    mutation ConsentSubmit($input: ConsentSubmitInput!) {
  consentSubmit(input: $input) {
    consent {
      id
      status
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConsentSubmitMutation, ConsentSubmitMutationVariables>;
export const RoomScreenDocument = new TypedDocumentString(`
    query RoomScreen($id: ID!, $last: Int!) {
  room(id: $id) {
    id
    roomNumber
    status
    consentState
    viewerCanPost
    eventCursor
    unreadCount
    openedAt
    firstUnreadPost {
      id
    }
    steward {
      id
      displayName
    }
    viewerMembership {
      id
      role
      status
    }
    memberships(first: 50) {
      nodes {
        ...Member
      }
    }
    patient {
      ...PatientProfile
      latestVitals {
        ...Measurement
      }
      vitals(first: 1) {
        nodes {
          id
          takenAt
          takenByName
        }
      }
      disclosures {
        category
        state
        message
      }
      consent {
        id
        status
        viewerCanWithdraw
      }
    }
    posts(last: $last) {
      nodes {
        ...ViewerPost
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}
fragment Member on RoomMembership {
  id
  user {
    id
  }
  displayName
  professionLabel
  facilityName
  role
  isSteward
  status
  invitedAt
  joinedAt
  lastReadAt
}
fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}`) as unknown as TypedDocumentString<RoomScreenQuery, RoomScreenQueryVariables>;
export const RoomFrameDocument = new TypedDocumentString(`
    query RoomFrame($id: ID!) {
  room(id: $id) {
    id
    roomNumber
    status
    consentState
    viewerCanPost
    unreadCount
    steward {
      id
      displayName
    }
    viewerMembership {
      id
      role
      status
    }
    memberships(first: 50) {
      nodes {
        ...Member
      }
    }
    patient {
      ...PatientProfile
      latestVitals {
        ...Measurement
      }
      vitals(first: 1) {
        nodes {
          id
          takenAt
          takenByName
        }
      }
      disclosures {
        category
        state
        message
      }
      consent {
        id
        status
        viewerCanWithdraw
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment Member on RoomMembership {
  id
  user {
    id
  }
  displayName
  professionLabel
  facilityName
  role
  isSteward
  status
  invitedAt
  joinedAt
  lastReadAt
}
fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}`) as unknown as TypedDocumentString<RoomFrameQuery, RoomFrameQueryVariables>;
export const RoomPostsBeforeDocument = new TypedDocumentString(`
    query RoomPostsBefore($id: ID!, $last: Int!, $before: String!) {
  room(id: $id) {
    id
    posts(last: $last, before: $before) {
      nodes {
        ...ViewerPost
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}`) as unknown as TypedDocumentString<RoomPostsBeforeQuery, RoomPostsBeforeQueryVariables>;
export const RoomColumnDocument = new TypedDocumentString(`
    query RoomColumn {
  viewer {
    id
    rooms(first: 50) {
      nodes {
        ...RoomListItem
      }
    }
  }
}
    fragment RoomListItem on Room {
  id
  roomNumber
  status
  consentState
  unreadCount
  lastActivityAt
  patient {
    id
    name
  }
  lastPost {
    id
    authorName
    excerpt(length: 40)
  }
}`) as unknown as TypedDocumentString<RoomColumnQuery, RoomColumnQueryVariables>;
export const BodyScreenDocument = new TypedDocumentString(`
    query BodyScreen($roomId: ID!) {
  room(id: $roomId) {
    id
    patient {
      id
      latestVitals {
        ...Measurement
      }
      vitals(first: 30) {
        nodes {
          id
          takenAt
          takenByName
          note
          measurements {
            ...Measurement
          }
        }
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}`) as unknown as TypedDocumentString<BodyScreenQuery, BodyScreenQueryVariables>;
export const PostReadersDocument = new TypedDocumentString(`
    query PostReaders($id: ID!) {
  post(id: $id) {
    id
    readReceipts(first: 50) {
      nodes {
        userName
        readAt
      }
      unreadUsers {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostReadersQuery, PostReadersQueryVariables>;
export const PostCreateDocument = new TypedDocumentString(`
    mutation PostCreate($input: PostCreateInput!) {
  postCreate(input: $input) {
    replayed
    post {
      ...ViewerPost
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<PostCreateMutation, PostCreateMutationVariables>;
export const RoomMarkReadDocument = new TypedDocumentString(`
    mutation RoomMarkRead($roomId: ID!, $upToPostId: ID!) {
  roomMarkRead(roomId: $roomId, upToPostId: $upToPostId) {
    room {
      id
      unreadCount
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RoomMarkReadMutation, RoomMarkReadMutationVariables>;
export const RoomEventsDocument = new TypedDocumentString(`
    subscription RoomEvents($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) {
    __typename
    ... on PostCreated {
      cursor
      post {
        ...PostCard
      }
    }
    ... on PostChanged {
      cursor
      post {
        ...PostCard
      }
    }
    ... on ReadSummaryChanged {
      cursor
      post {
        id
        readSummary {
          readCount
          audienceCount
        }
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}`) as unknown as TypedDocumentString<RoomEventsSubscription, RoomEventsSubscriptionVariables>;
export const RoomChangesDocument = new TypedDocumentString(`
    subscription RoomChanges($roomId: ID!) {
  roomChanged(roomId: $roomId) {
    cursor
    kind
  }
}
    `) as unknown as TypedDocumentString<RoomChangesSubscription, RoomChangesSubscriptionVariables>;
export const ConsentChangesDocument = new TypedDocumentString(`
    subscription ConsentChanges($patientId: ID!) {
  consentChanged(patientId: $patientId) {
    cursor
    consent {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentChangesSubscription, ConsentChangesSubscriptionVariables>;
export const ViewerFrameDocument = new TypedDocumentString(`
    query ViewerFrame {
  viewer {
    id
    user {
      id
      kind
      displayName
    }
    activeFacility {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerFrameQuery, ViewerFrameQueryVariables>;
export const HomeScreenDocument = new TypedDocumentString(`
    query HomeScreen {
  viewer {
    id
    user {
      id
      kind
      displayName
      practitioner {
        id
        professions
      }
    }
    rooms(first: 50) {
      nodes {
        ...RoomListItem
      }
    }
    invitations {
      id
      role
      isSteward
      invitedAt
      room {
        id
        roomNumber
        patient {
          id
          name
        }
      }
    }
    roomApplications {
      id
      receiptNumber
      status
      submittedAt
      expectedBy
      decisionReason
      patient {
        id
        name
      }
      room {
        id
      }
    }
    patientsInPreparation {
      id
      name
      updatedAt
      consent {
        id
        status
      }
    }
  }
}
    fragment RoomListItem on Room {
  id
  roomNumber
  status
  consentState
  unreadCount
  lastActivityAt
  patient {
    id
    name
  }
  lastPost {
    id
    authorName
    excerpt(length: 40)
  }
}`) as unknown as TypedDocumentString<HomeScreenQuery, HomeScreenQueryVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($membershipId: ID!) {
  roomInvitationAccept(membershipId: $membershipId) {
    membership {
      id
      status
      room {
        id
      }
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const SessionsScreenDocument = new TypedDocumentString(`
    query SessionsScreen {
  viewer {
    id
    sessions {
      id
      methods
      networkHint
      startedAt
      lastActiveAt
      isCurrent
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsScreenQuery, SessionsScreenQueryVariables>;
export const SessionRevokeDocument = new TypedDocumentString(`
    mutation SessionRevoke($id: ID!) {
  sessionRevoke(id: $id) {
    sessionId
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SessionRevokeMutation, SessionRevokeMutationVariables>;
export const SessionRevokeAllOthersDocument = new TypedDocumentString(`
    mutation SessionRevokeAllOthers {
  sessionRevokeAllOthers {
    revokedCount
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SessionRevokeAllOthersMutation, SessionRevokeAllOthersMutationVariables>;
export const SessionEndedDocument = new TypedDocumentString(`
    subscription SessionEnded {
  sessionEnded {
    sessionId
    reason
  }
}
    `) as unknown as TypedDocumentString<SessionEndedSubscription, SessionEndedSubscriptionVariables>;