export { closeWork, openWork, passWorkOn, renameWork, tellChange, tellSupportEnded } from './inbox.service.ts';
export { findBySubject, findTaskOf, tasksByNumbers } from './inbox.repository.ts';
export { ReviewTask, type ReviewTaskKind, type ReviewTaskState, type SubjectType } from './review-task.entity.ts';
export { searchable, soughtGrams } from './search.policy.ts';
