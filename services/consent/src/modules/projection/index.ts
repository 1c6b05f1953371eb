export { patientState, roomMember, roomState } from './projection.entity.ts';
export { projectionHandlers } from './projection.events.ts';
export { findStanding, type Standing } from './projection.repository.ts';
