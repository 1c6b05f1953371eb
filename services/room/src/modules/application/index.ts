export { ApplicationAlikeResolver } from './application.alike.resolver.ts';
export { applicationEntry, closureCopy, membershipRemoval, proposedMember, roomApplication } from './application.entity.ts';
export { resolveApplication } from './application.reference.ts';
export { RoomApplicationResolver, RoomApplicationsResolver, ViewerApplicationsResolver } from './application.resolver.ts';
