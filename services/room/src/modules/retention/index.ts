export { certificateFiles } from './purge.certificate.files.ts';
export { roomPurge, roomPurgePart } from './purge.entity.ts';
export { purgeHandlers } from './purge.events.ts';
export { eraseAgain, keepErasures } from './purge.ledger.service.ts';
export { legalHold, roomRetention } from './retention.entity.ts';
export { retentionJobs } from './retention.job.ts';
export { RoomPurgeResolver, RoomRetentionOfRoomResolver, RoomRetentionResolver } from './retention.resolver.ts';
