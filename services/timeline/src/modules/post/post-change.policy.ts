/** Who may correct or retract a post, and until when (R22). Pure. */
import { problem } from '@heya/service-common/errors';
import type { Viewer } from '@heya/service-common/viewer';
import { textProblems } from '../vitals/index.ts';
import type { PostProblem } from './post.errors.ts';
import { bodyLength, editMs } from './post.policy.ts';
import type { PostRow } from './post.repository.ts';

export type ChangeFacts = Pick<PostRow, 'authorId' | 'createdAt' | 'retractedAt' | 'isWritable' | 'version'>;

export const reasonLength = 200;

/** @returns why this person may not retract it; undefined when they may */
export function retractionRefusal(viewer: Viewer, post: ChangeFacts): 'FORBIDDEN' | 'ROOM_CLOSED' | 'INVALID_STATE' | undefined {
  if (viewer.type !== 'person' || viewer.userId !== post.authorId) return 'FORBIDDEN';
  if (!post.isWritable) return 'ROOM_CLOSED';
  return post.retractedAt ? 'INVALID_STATE' : undefined;
}

/** A correction is a retraction of the words, and has its time besides. */
export function correctionRefusal(
  viewer: Viewer,
  post: ChangeFacts,
  now: Date,
): ReturnType<typeof retractionRefusal> | 'EDIT_WINDOW_PASSED' {
  const refusal = retractionRefusal(viewer, post);
  if (refusal) return refusal;
  return now.getTime() - post.createdAt.getTime() > editMs ? 'EDIT_WINDOW_PASSED' : undefined;
}

export const bodyProblems = (body: string): PostProblem[] =>
  body.trim() ? textProblems(body, bodyLength, ['input', 'body']) : [problem('BLANK', ['input', 'body'])];

export const reasonProblems = (reason: string): PostProblem[] =>
  reason.trim() ? textProblems(reason, reasonLength, ['reason']) : [problem('BLANK', ['reason'])];
