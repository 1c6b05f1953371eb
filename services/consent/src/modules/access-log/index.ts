export { accessLogEntry, accessLogHead } from './access-log.entity.ts';
export { accessLogHandlers } from './access-log.events.ts';
export { type BucketSettings, openHeadBucket } from './access-log.head.bucket.ts';
export { openHeadFolder, readHeads } from './access-log.head.file.ts';
export { AuditHeads } from './access-log.head.service.ts';
export { resolveEntry } from './access-log.reference.ts';
export { AccessLogResolver, PatientAccessLogResolver } from './access-log.resolver.ts';
export { AccessLogEntryType } from './access-log.type.ts';
export { type ChainReport, verifyAccessLog } from './access-log.verify.service.ts';
