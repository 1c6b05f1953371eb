/** Words for the codes of the graph. */
import type {
  AccessAction,
  AdministrativeSex,
  ApplicationStatus,
  AuthenticationMethod,
  CareSituation,
  ConsentGiver,
  FacilityKind,
  InformationCategory,
  Profession,
  ReviewTaskKind,
  RoomClosureReason,
  RoomExportFault,
  RoomExportPurpose,
  RoomExportState,
  RoomRole,
  RecordClass,
  RoomStatus,
} from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

type Words<T extends string> = Record<T, () => string>;

export const categoryNames: Words<InformationCategory> = {
  DEMOGRAPHICS: m.category_demographics,
  FAMILY_CONTACTS: m.category_family_contacts,
  INSURANCE: m.category_insurance,
  MEDICAL_HISTORY: m.category_medical_history,
  MEDICATIONS: m.category_medications,
  TEST_RESULTS: m.category_test_results,
  DAILY_CONDITION: m.category_daily_condition,
  CARE_SERVICES: m.category_care_services,
  BODY_IMAGES: m.category_body_images,
  HOSPITALS: m.category_hospitals,
  DISASTER_SAFETY: m.category_disaster_safety,
};

/** The order of the paper form. */
export const categories = Object.keys(categoryNames) as InformationCategory[];

export const situationNames: Words<CareSituation> = {
  RECOVERING_AFTER_DISCHARGE: m.situation_recovering,
  TERMINAL_CARE: m.situation_terminal,
  DEMENTIA: m.situation_dementia,
  COMPLEX_MEDICAL_CARE: m.situation_medical_care,
  NEUROLOGICAL_DISEASE: m.situation_neurological,
  OTHER: m.situation_other,
};

export const situations = Object.keys(situationNames) as CareSituation[];

export const closureReasonNames: Words<RoomClosureReason> = {
  NO_LONGER_NEEDED: m.room_close_no_longer_needed,
  ADMITTED_LONG_TERM: m.room_close_admitted,
  MOVED: m.room_close_moved,
  DECEASED: m.room_close_deceased,
  CONSENT_WITHDRAWN: m.room_close_consent_withdrawn,
  DORMANT: m.room_close_dormant,
};

export const closureReasons = Object.keys(closureReasonNames) as RoomClosureReason[];

export const exportPurposeNames: Words<RoomExportPurpose> = {
  MOVE: m.room_export_move,
  CLOSING_COPY: m.room_export_closing_copy,
  OWN_COPY: m.room_export_own_copy,
  LEGAL: m.room_export_legal,
};

export const exportPurposes = Object.keys(exportPurposeNames) as RoomExportPurpose[];

export const exportStateNames: Words<RoomExportState> = {
  WAITING: m.room_export_waiting,
  GATHERING: m.room_export_gathering,
  WRITING: m.room_export_writing,
  READY: m.room_export_ready,
  TAKEN: m.room_export_taken,
  EXPIRED: m.room_export_expired,
  CANCELLED: m.room_export_cancelled,
  FAILED: m.room_export_failed,
};

export const exportFaultNames: Words<RoomExportFault> = {
  NOT_ALLOWED: m.room_export_fault_not_allowed,
  UNAVAILABLE: m.room_export_fault_unavailable,
  TOO_LARGE: m.room_export_fault_too_large,
};

export const roomStatusNames: Words<RoomStatus> = {
  PREPARING: m.room_preparing,
  ACTIVE: m.room_active,
  DORMANT: m.room_dormant,
  CLOSING: m.room_closing,
  CLOSED: m.room_closed,
  PURGED: m.room_closed,
};

/** How far a room that ends has come. */
export const roomEndNames: Words<RoomStatus> = {
  ...roomStatusNames,
  CLOSING: m.retention_closing,
  CLOSED: m.retention_hold,
  PURGED: m.retention_purged,
};

export const recordClassNames: Words<RecordClass> = { CHART: m.retention_chart, CARE_RECORD: m.retention_care };

export const sexNames: Words<AdministrativeSex> = { MALE: m.sex_male, FEMALE: m.sex_female, OTHER: m.sex_other, UNKNOWN: m.sex_unknown };

export const giverNames: Words<ConsentGiver> = { PATIENT: m.giver_patient, FAMILY_PROXY: m.giver_family, LEGAL_GUARDIAN: m.giver_guardian };

export const roleNames: Words<RoomRole> = {
  CARE_TEAM: m.role_care_team,
  PATIENT: m.role_patient,
  FAMILY: m.role_family,
  CENTER_OBSERVER: m.role_center,
};

export const statusNames: Words<ApplicationStatus> = {
  DRAFT: m.status_draft,
  SUBMITTED: m.status_submitted,
  IN_REVIEW: m.status_in_review,
  RETURNED: m.status_returned,
  APPROVED: m.status_approved,
  REJECTED: m.status_rejected,
  WITHDRAWN: m.status_withdrawn,
  COMPLETED: m.status_completed,
};

export const actionNames: Words<AccessAction> = {
  VIEW: m.action_view,
  CREATE: m.action_create,
  UPDATE: m.action_update,
  RETRACT: m.action_retract,
  EXPORT: m.action_export,
  PRINT: m.action_print,
  DOWNLOAD_IMAGE: m.action_download,
  SEARCH: m.action_search,
  DENIED: m.action_denied,
};

export const methodNames: Words<AuthenticationMethod> = {
  PASSWORD: m.method_password,
  PASSKEY: m.method_passkey,
  TOTP: m.method_totp,
  BACKUP_CODE: m.method_backup_code,
  DEVICE_CERTIFICATE: m.method_certificate,
};

export const facilityKindNames: Words<FacilityKind> = {
  HOSPITAL: m.facility_hospital,
  CLINIC: m.facility_clinic,
  DENTAL_CLINIC: m.facility_dental,
  PHARMACY: m.facility_pharmacy,
  VISITING_NURSE_STATION: m.facility_nurse_station,
  CARE_MANAGEMENT_OFFICE: m.facility_care_management,
  HOME_CARE_OFFICE: m.facility_home_care,
  DAY_SERVICE: m.facility_day_service,
  DAY_REHABILITATION: m.facility_day_rehabilitation,
  SHORT_STAY: m.facility_short_stay,
  SMALL_MULTIFUNCTION: m.facility_multifunction,
  WELFARE_EQUIPMENT: m.facility_equipment,
  COMMUNITY_GENERAL_SUPPORT_CENTER: m.facility_community_center,
  HOME_CARE_SUPPORT_CENTER: m.facility_support_center,
  OTHER: m.facility_other,
};

export const professionNames: Words<Profession> = {
  PHYSICIAN: m.profession_physician,
  DENTIST: m.profession_dentist,
  PHARMACIST: m.profession_pharmacist,
  NURSE: m.profession_nurse,
  PUBLIC_HEALTH_NURSE: m.profession_public_health_nurse,
  PHYSIOTHERAPIST: m.profession_physiotherapist,
  OCCUPATIONAL_THERAPIST: m.profession_occupational_therapist,
  SPEECH_THERAPIST: m.profession_speech_therapist,
  DENTAL_HYGIENIST: m.profession_dental_hygienist,
  DIETITIAN: m.profession_dietitian,
  CARE_MANAGER: m.profession_care_manager,
  CARE_WORKER: m.profession_care_worker,
  HOME_HELPER: m.profession_home_helper,
  MEDICAL_SOCIAL_WORKER: m.profession_medical_social_worker,
  SOCIAL_WORKER: m.profession_social_worker,
  CLERK: m.profession_clerk,
  OTHER: m.profession_other,
};

/** Without these a room is of no use; the server refuses a consent that leaves one out (CATEGORY_MANDATORY). */
export function isMandatory(category: InformationCategory): boolean {
  return category === 'DEMOGRAPHICS' || category === 'DAILY_CONDITION';
}

export const taskKindNames: Words<ReviewTaskKind> = {
  ID_APPLICATION: m.task_id_application,
  PLEDGE: m.task_pledge,
  CONSENT: m.task_consent,
  ROOM_APPLICATION: m.task_room_application,
  DORMANCY_REVIEW: m.task_dormancy,
  SUPPORT_REFERRAL: m.task_referral,
  WEEKLY_CHECK_OVERDUE: m.task_weekly,
  ID_SUSPENSION: m.task_suspension,
  ROSTER_OVERDUE: m.task_roster,
  SHARED_ID: m.task_shared_id,
};
