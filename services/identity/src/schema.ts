/** What this subgraph offers, resolver by resolver. */
import { buildSubgraph, type Subgraph } from '@heya/service-common/federation';
import type { IdentityContext } from './context.ts';
import { deviceReference, DeviceResolver, FacilityDeviceResolver, SessionDeviceResolver } from './modules/device/index.ts';
import {
  ApplicantLinkResolver,
  ApplicationDistrictResolver,
  ApplicationEntryResolver,
  FacilityApplicationsResolver,
  IdApplicantResolver,
  IdChangeResolver,
  IdApplicationResolver,
  IdentityMatchResolver,
  IdLinkResolver,
  PublicApplicationResolver,
  resolveIdApplication,
} from './modules/id-application/index.ts';
import { IdChangeDetailsResolver, StewardSeatResolver, UserSeatsResolver } from './modules/id-change/index.ts';
import { DistrictResolver, DistrictSettingResolver, resolveDistrict } from './modules/district-setting/index.ts';
import {
  FacilityPledgeResolver,
  PledgeOwedResolver,
  PledgeResolver,
  PledgeStandingResolver,
  resolvePledge,
} from './modules/pledge/index.ts';
import { EnrolmentResolver } from './modules/enrolment/index.ts';
import { FamilyAccountResolver } from './modules/family-account/index.ts';
import { PrintedFormResolver } from './modules/printed-form/index.ts';
import { ReasonTemplateResolver } from './modules/reason-template/index.ts';
import { RecoveryResolver, resolveRecovery, UserRecoveryResolver } from './modules/recovery/index.ts';
import { resolveReviewTask, ReviewTaskResolver } from './modules/review-task/index.ts';
import { FacilityRosterResolver, RosterConfirmationResolver, RosterEntryResolver } from './modules/roster/index.ts';
import { ScanResolver } from './modules/scan/index.ts';
import { resolveSession, SessionResolver } from './modules/session/index.ts';
import { UserAccountResolver } from './modules/staff/index.ts';
import { resolveSharedIdCase, SharedIdCaseResolver, SharedIdLaneResolver } from './modules/shared-id/index.ts';
import { SuspensionResolver } from './modules/suspension/index.ts';
import {
  AffiliationResolver,
  FacilityResolver,
  ParticipatingResolver,
  PractitionerResolver,
  resolveFacility,
  resolvePractitioner,
  resolveUser,
  UserResolver,
} from './modules/user/index.ts';
import { resolveViewer, ViewerResolver } from './modules/viewer/index.ts';

const resolvers = [
  ViewerResolver,
  UserResolver,
  PractitionerResolver,
  AffiliationResolver,
  FacilityResolver,
  ParticipatingResolver,
  SessionResolver,
  ReviewTaskResolver,
  ScanResolver,
  PrintedFormResolver,
  SharedIdCaseResolver,
  SharedIdLaneResolver,
  SuspensionResolver,
  RecoveryResolver,
  EnrolmentResolver,
  FamilyAccountResolver,
  UserRecoveryResolver,
  PublicApplicationResolver,
  ApplicationDistrictResolver,
  IdApplicationResolver,
  ApplicationEntryResolver,
  IdApplicantResolver,
  ApplicantLinkResolver,
  IdentityMatchResolver,
  FacilityApplicationsResolver,
  IdLinkResolver,
  IdChangeResolver,
  IdChangeDetailsResolver,
  StewardSeatResolver,
  UserSeatsResolver,
  ReasonTemplateResolver,
  DeviceResolver,
  FacilityDeviceResolver,
  SessionDeviceResolver,
  DistrictResolver,
  DistrictSettingResolver,
  PledgeResolver,
  PledgeOwedResolver,
  FacilityPledgeResolver,
  PledgeStandingResolver,
  FacilityRosterResolver,
  RosterConfirmationResolver,
  RosterEntryResolver,
  UserAccountResolver,
] as const;

const references = {
  Viewer: resolveViewer,
  User: resolveUser,
  Practitioner: resolvePractitioner,
  Facility: resolveFacility,
  Session: resolveSession,
  ReviewTask: resolveReviewTask,
  SharedIdCase: resolveSharedIdCase,
  Recovery: resolveRecovery,
  IdApplication: resolveIdApplication,
  Device: deviceReference,
  District: resolveDistrict,
  Pledge: resolvePledge,
};

let built: Promise<Subgraph> | undefined;

/** Built once a process: it depends on nothing but the code. */
export const buildIdentitySchema = (): Promise<Subgraph> => (built ??= buildSubgraph<IdentityContext>({ resolvers, references }));
