/** The list of resolvers and references that make this subgraph. */
import { buildSubgraph, type Subgraph } from '@heya/service-common/federation';
import {
  ApplicationAlikeResolver,
  resolveApplication,
  RoomApplicationResolver,
  RoomApplicationsResolver,
  ViewerApplicationsResolver,
} from './modules/application/index.ts';
import { RoomImportResolver, RoomImportsResolver } from './modules/bring-in/index.ts';
import { RoomCareLinksResolver } from './modules/care-links/index.ts';
import { DormancyReviewResolver, resolveDormancyReview, RoomDormancyResolver } from './modules/dormancy/index.ts';
import { FamilyInvitationResolver, RoomFamilyResolver, ViewerFamilyResolver } from './modules/family-invitation/index.ts';
import { resolveInspection, RoomInspectionResolver, RoomInspectionsResolver } from './modules/inspection/index.ts';
import {
  resolveMembership,
  RoomMembershipResolver,
  UserMembershipsResolver,
  ViewerInvitationsResolver,
} from './modules/membership/index.ts';
import {
  loadClasses,
  PatientResolver,
  ProfileResolver,
  resolveContact,
  resolvePatient,
  ViewerPatientsResolver,
} from './modules/patient/index.ts';
import type { RoomContext } from './modules/platform/index.ts';
import { RoomPurgeResolver, RoomRetentionOfRoomResolver, RoomRetentionResolver } from './modules/retention/index.ts';
import { MembershipRoomResolver, PatientRoomResolver, resolveRoom, RoomResolver, ViewerRoomsResolver } from './modules/room/index.ts';
import { RoomListResolver } from './modules/room-list/index.ts';
import { SafetyCardResolver } from './modules/safety-card/index.ts';
import { resolveUser, resolveViewer, UserType, ViewerType } from './modules/foreign/index.ts';
import { resolveReferral, RoomReferralsResolver, SupportReferralResolver } from './modules/support-referral/index.ts';
import { RoomExportResolver, RoomExportsResolver } from './modules/take-along/index.ts';
import {
  resolveWeeklyCheck,
  RoomWeeklyChecksResolver,
  ViewerWeeklyChecksResolver,
  WeeklyCheckResolver,
  WeeklyFindingsResolver,
} from './modules/weekly-check/index.ts';

/** Packages of rooms, out and in (R35). */
const packages = [RoomExportResolver, RoomExportsResolver, RoomImportResolver, RoomImportsResolver] as const;

/** The steward's look, whom the steward hands over (R15), and who is linked. */
const stewardship = [
  WeeklyCheckResolver,
  WeeklyFindingsResolver,
  RoomWeeklyChecksResolver,
  ViewerWeeklyChecksResolver,
  SupportReferralResolver,
  RoomReferralsResolver,
  RoomCareLinksResolver,
] as const;

let built: Promise<Subgraph> | undefined;

/** Built once a process: it depends on nothing but the code. */
export const buildRoomSubgraph = (): Promise<Subgraph> =>
  (built ??= buildSubgraph<RoomContext>({
    resolvers: [
      PatientResolver,
      ProfileResolver,
      ViewerPatientsResolver,
      RoomResolver,
      MembershipRoomResolver,
      PatientRoomResolver,
      ViewerRoomsResolver,
      RoomListResolver,
      RoomMembershipResolver,
      ViewerInvitationsResolver,
      UserMembershipsResolver,
      RoomApplicationResolver,
      RoomApplicationsResolver,
      ApplicationAlikeResolver,
      ViewerApplicationsResolver,
      RoomInspectionResolver,
      RoomInspectionsResolver,
      RoomRetentionResolver,
      RoomRetentionOfRoomResolver,
      RoomPurgeResolver,
      ...stewardship,
      DormancyReviewResolver,
      RoomDormancyResolver,
      ...packages,
      FamilyInvitationResolver,
      RoomFamilyResolver,
      ViewerFamilyResolver,
      SafetyCardResolver,
    ],
    orphanedTypes: [UserType, ViewerType],
    references: {
      Patient: resolvePatient,
      FamilyContact: resolveContact,
      Room: resolveRoom,
      RoomMembership: resolveMembership,
      RoomApplication: resolveApplication,
      RoomInspection: resolveInspection,
      WeeklyCheck: resolveWeeklyCheck,
      SupportReferral: resolveReferral,
      DormancyReview: resolveDormancyReview,
      User: resolveUser,
      Viewer: resolveViewer,
    },
    // A patient is a bare reference until a field is asked: then the access function says which classes are open (R10).
    classes: { Patient: ({ id }: { id: string }, context, category) => loadClasses(context, id, category) },
  }));
