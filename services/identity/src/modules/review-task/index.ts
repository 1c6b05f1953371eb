export { ReviewTask } from './review-task.entity.ts';
