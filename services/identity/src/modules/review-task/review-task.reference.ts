/** A task of the viewer's own district, for officers. */
import type { IdentityContext } from '../../context.ts';
import { getTask } from './review-task.service.ts';

export const resolveReviewTask = ({ id }: { id: string }, context: IdentityContext): unknown => getTask(context, id);
