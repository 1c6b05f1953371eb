export {
  type Audience,
  can,
  canFollow,
  canSee,
  type Decision,
  type Refusal,
  type Right,
  type Standing,
  timelineClass,
} from './access.policy.ts';
export { rightsHandlers, rightsProducers } from './access.projection.ts';
export { findRoomViews, findStanding, type Found, idArray, type Place, type RoomView } from './access.repository.ts';
export { perRequest, type TimelineRequest } from './access.request.ts';
export { look, permit, recordRefusal, requirePerson, seePatient, seeRoom } from './access.service.ts';
export { AudienceEnum, Patient, Room, RoomMembership, User } from './access.type.ts';
export { consentState } from './consent-state.entity.ts';
export { roomInspection } from './room-inspection.entity.ts';
export { roomMember } from './room-member.entity.ts';
export { roomState } from './room-state.entity.ts';
