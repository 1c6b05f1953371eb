export { ReviewTask } from './review-task.entity.ts';
export { reviewTaskHandlers } from './review-task.events.ts';
export { resolveReviewTask } from './review-task.reference.ts';
export { ReviewTaskResolver } from './review-task.resolver.ts';
