export { legalHold, roomRetention } from './retention.entity.ts';
export { retentionJobs } from './retention.job.ts';
export { RoomRetentionOfRoomResolver, RoomRetentionResolver } from './retention.resolver.ts';
