export { ApplicationAlikeResolver } from './application.alike.resolver.ts';
export { ClosureReasonEnum } from './application.details.type.ts';
export {
  applicationEntry,
  closureCopy,
  type ClosureReason,
  membershipRemoval,
  proposedMember,
  roomApplication,
} from './application.entity.ts';
export { resolveApplication } from './application.reference.ts';
export { RoomApplicationResolver, RoomApplicationsResolver, ViewerApplicationsResolver } from './application.resolver.ts';
export { applicationFiles } from './application.files.ts';
