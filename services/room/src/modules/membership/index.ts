export { forgetMemberships, membershipLoaders } from './membership.access.ts';
export { roomMembership } from './membership.entity.ts';
export { emitMembership, membershipHandlers } from './membership.events.ts';
export { professionLabel } from './membership.label.ts';
export { toMembership } from './membership.mapper.ts';
export { resolveMembership } from './membership.reference.ts';
export { insertInvitation, type MembershipRow, type NewMembership } from './membership.repository.ts';
export { RoomMembershipResolver, UserMembershipsResolver, ViewerInvitationsResolver } from './membership.resolver.ts';
export { MembershipStatusEnum, RoomMembershipConnection, RoomMembershipType, RoomRoleEnum } from './membership.type.ts';
