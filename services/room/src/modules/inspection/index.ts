export { roomInspection } from './inspection.entity.ts';
export { inspectionHandlers } from './inspection.events.ts';
export { resolveInspection } from './inspection.reference.ts';
export { RoomInspectionResolver, RoomInspectionsResolver } from './inspection.resolver.ts';
