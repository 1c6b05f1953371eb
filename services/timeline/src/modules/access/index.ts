export {
  type Audience,
  can,
  canFollow,
  type Decision,
  type Refusal,
  type Right,
  safetyClass,
  type Standing,
  timelineClass,
} from './access.policy.ts';
export { erasureHandlers } from './access.erasure.ts';
export { rightsHandlers, rightsProducers } from './access.projection.ts';
export { findRoomViews, findStanding, type Found, idArray, type Place, type RoomView, takesPart } from './access.repository.ts';
export {
  type MailDoor,
  type MailMessage,
  type MailOutcome,
  perRequest,
  type PushDevice,
  type PushDoor,
  type PushMessage,
  type PushOutcome,
  type TimelineRequest,
} from './access.request.ts';
export { look, permit, recordRefusal, recordSearch, requirePerson, seePatient, seeRoom, viewKey, viewOf } from './access.service.ts';
export { AudienceEnum, Patient, Room, RoomMembership, User, Viewer } from './access.type.ts';
export { consentState } from './consent-state.entity.ts';
export { roomInspection } from './room-inspection.entity.ts';
export { roomMember } from './room-member.entity.ts';
export { roomState } from './room-state.entity.ts';
