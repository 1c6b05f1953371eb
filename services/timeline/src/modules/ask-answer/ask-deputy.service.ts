/** Naming somebody who answers in one's place (R23). */
import { auditAll } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { requirePerson, type TimelineRequest } from '../access/index.ts';
import { deputyRefusal, findAsks, forgetAsk } from '../ask/index.ts';
import { getPost, inWords, lineOf, type PostProblem, roomStream, takePost } from '../post/index.ts';
import { deputyWords, refusalProblem } from './ask-answer.policy.ts';
import type { Answered } from './ask-answer.service.ts';
import { canAnswer, insertDeputy } from './ask-deputy.repository.ts';

/** Once a person, however often it is pressed. */
export async function nameDeputy(context: TimelineRequest, postId: string, userId: string): Promise<Answered> {
  requirePerson(context);
  const problems = await context.write((tx) => name(tx, context, postId, userId));
  if (problems.length > 0) return { post: null, userErrors: inWords(context, problems, deputyWords) };
  forgetAsk(context, postId);
  return { post: await getPost(context, postId), userErrors: [] };
}

async function name(tx: Em, context: TimelineRequest, postId: string, userId: string): Promise<PostProblem[]> {
  const viewer = requirePerson(context);
  const post = await takePost(tx, context, postId);
  const [ask] = post?.hasAsk ? await findAsks(tx, [postId]) : [];
  if (!post || !ask) return [problem('NOT_FOUND', ['postId'])];
  const refusal = deputyRefusal(ask);
  if (refusal) return [refusalProblem(refusal)];
  if (!isId(userId) || !(await canAnswer(tx, post, userId))) return [problem('NOT_FOUND', ['userId'])];
  const isNew = await insertDeputy(tx, post, { userId, by: { userId: viewer.userId, userName: viewer.labels.name } });
  await auditAll(tx, context, [lineOf(post, isNew ? 'UPDATE' : 'VIEW')]);
  if (!isNew) return [];
  const { id, roomId, audience } = post;
  await emit(tx, 'timeline.askChanged', roomStream(roomId), { postId: id, roomId, audience });
  await emit(tx, 'timeline.askDeputyNamed', `ask:${id}`, { postId: id, roomId, userId, actorId: viewer.userId });
  return [];
}
