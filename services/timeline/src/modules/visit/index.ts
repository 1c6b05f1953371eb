export { postVisit } from './visit.entity.ts';
export { VisitInput } from './visit.inputs.ts';
export { mayRecordVisit, type VisitDraft, visitProblems } from './visit.policy.ts';
export { insertVisit } from './visit.repository.ts';
export { visitOf } from './visit.service.ts';
export { Visit } from './visit.type.ts';
