export { woundAssessment } from './wound.entity.ts';
export { woundWords } from './wound.errors.ts';
export { type WoundDraft, woundProblems } from './wound.policy.ts';
export { woundReference } from './wound.reference.ts';
export type { WoundRow } from './wound.repository.ts';
export { PatientWoundsResolver, WoundAssessmentResolver } from './wound.resolver.ts';
export type { WoundDepth } from './wound.score.ts';
export { forgetWound, getWound, isWorseThanBefore, keepWound, standingProblems } from './wound.service.ts';
export { DesignRDepthEnum, WoundAssessment } from './wound.type.ts';
