export { safetyCheck, safetyCheckEnd, safetySubject } from './safety-check.entity.ts';
export { type CheckRow, findChecks } from './safety-check.repository.ts';
export { safetyCheckReference } from './safety-check.reference.ts';
export { SafetyCheckResolver } from './safety-check.resolver.ts';
export { type CheckView, getCheck, lineOfCheck, requireOfficer, runningChecks, safetyStream } from './safety-check.service.ts';
export { SafetyCheck } from './safety-check.type.ts';
