export { proposedMember, roomApplication } from './application.entity.ts';
export { resolveApplication } from './application.reference.ts';
export { RoomApplicationResolver, ViewerApplicationsResolver } from './application.resolver.ts';
