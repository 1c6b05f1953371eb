export { safetyReport, safetyRetraction } from './safety-report.entity.ts';
export { safetyReportReference } from './safety-report.reference.ts';
export { reportColumns, type ReportRow, toReport } from './safety-report.repository.ts';
export { PatientSafetyResolver, SafetyBoardResolver, SafetyReportResolver, SafetyStreamResolver } from './safety-report.resolver.ts';
export { recordSubjects } from './safety-board.service.ts';
export { boardOf, type ReportView, type Subject, viewOfPlace } from './safety-report.view.ts';
export { SafetyReport, SafetyTally } from './safety-report.type.ts';
export { talliesOf } from './safety-report.policy.ts';
