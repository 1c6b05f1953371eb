export { patientState, roomInspection, roomMember, roomState } from './projection.entity.ts';
export { projectionHandlers } from './projection.events.ts';
export { findPlace, findStanding, selectRelated, type Standing } from './projection.repository.ts';
export { recordRefusal, recordRefusals } from './projection.record.service.ts';
