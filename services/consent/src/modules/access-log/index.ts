export { accessLogEntry, accessLogHead } from './access-log.entity.ts';
export { accessLogHandlers } from './access-log.events.ts';
export { resolveEntry } from './access-log.reference.ts';
export { PatientAccessLogResolver } from './access-log.resolver.ts';
export { AccessLogEntryType } from './access-log.type.ts';
export { verifyAccessLog } from './access-log.verify.service.ts';
