export { reviewTaskHandlers } from './review-task.events.ts';
export { resolveReviewTask } from './review-task.reference.ts';
export { ReviewTaskResolver } from './review-task.resolver.ts';
export { ReviewTaskType } from './review-task.type.ts';
