/** The list of resolvers and references that make this subgraph. */
import { buildSubgraph, type Subgraph } from '@heya/service-common/federation';
import { resolveApplication, RoomApplicationResolver, ViewerApplicationsResolver } from './modules/application/index.ts';
import {
  resolveMembership,
  RoomMembershipResolver,
  UserMembershipsResolver,
  ViewerInvitationsResolver,
} from './modules/membership/index.ts';
import { PatientResolver, resolvePatient, ViewerPatientsResolver } from './modules/patient/index.ts';
import type { RoomContext } from './modules/platform/index.ts';
import { MembershipRoomResolver, PatientRoomResolver, resolveRoom, RoomResolver, ViewerRoomsResolver } from './modules/room/index.ts';
import { resolveUser, resolveViewer, UserType, ViewerType } from './modules/stub/index.ts';

export const buildRoomSubgraph = (): Promise<Subgraph> =>
  buildSubgraph<RoomContext>({
    resolvers: [
      PatientResolver,
      ViewerPatientsResolver,
      RoomResolver,
      MembershipRoomResolver,
      PatientRoomResolver,
      ViewerRoomsResolver,
      RoomMembershipResolver,
      ViewerInvitationsResolver,
      UserMembershipsResolver,
      RoomApplicationResolver,
      ViewerApplicationsResolver,
    ],
    orphanedTypes: [UserType, ViewerType],
    references: {
      Patient: resolvePatient,
      Room: resolveRoom,
      RoomMembership: resolveMembership,
      RoomApplication: resolveApplication,
      User: resolveUser,
      Viewer: resolveViewer,
    },
  });
