export { type Audience, mayRead, mayWrite, type Refusal, type Standing } from './access.policy.ts';
export { rightsHandlers, rightsProducers } from './access.projection.ts';
export { findRoomViews, findStanding, idArray, type Place, type RoomView } from './access.repository.ts';
export { perRequest, type TimelineRequest } from './access.request.ts';
export { look, recordRefusal, requirePerson, seePatient, seeRoom } from './access.service.ts';
export { AudienceEnum, Patient, Room, RoomMembership, User } from './access.type.ts';
export { consentState } from './consent-state.entity.ts';
export { roomMember } from './room-member.entity.ts';
export { roomState } from './room-state.entity.ts';
