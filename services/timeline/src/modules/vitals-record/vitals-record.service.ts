/** Recording values writes a post (R22): who may write, once however often sent, audit and events are those of any post. */
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { type Audience, requirePerson, type TimelineRequest } from '../access/index.ts';
import { createPost, type ErrorCode, getPostOfVitals, inWords, type PostCreated, type PostProblem } from '../post/index.ts';
import { correctionWords, forgetVitals, getVitals, textProblems, type VitalsDraft, type VitalsRow } from '../vitals/index.ts';

export interface Recorded extends PostCreated {
  vitalsRecord: VitalsRow | null;
}

interface Recording {
  idempotencyKey: string;
  roomId: string;
  audience: Audience;
  vitals: VitalsDraft;
}

/** API is for programs, which have a door of their own. */
const noPerson: PostProblem[] = [problem('INVALID', ['input', 'source'])];

export async function recordVitals(context: TimelineRequest, { vitals, ...place }: Recording): Promise<Recorded> {
  requirePerson(context);
  if (vitals.source === 'API') return refused(context, noPerson);
  return answer(context, await createPost(context, { ...place, vitals, kind: 'VITALS', importance: 'NORMAL' }));
}

interface Correcting {
  id: string;
  idempotencyKey: string;
  vitals: VitalsDraft;
  reason: string;
}

const reasonLength = 500;
/** Another record that says which one it corrects; the old one stays and no longer counts. It hangs below the post of the old one. */
export async function correctVitals(context: TimelineRequest, { id, idempotencyKey, vitals, reason }: Correcting): Promise<Recorded> {
  requirePerson(context);
  const [row, old] = await Promise.all([getVitals(context, id), getPostOfVitals(context, id)]);
  if (!row || !old) return refused(context, [problem('NOT_FOUND', ['id'])]);
  const problems = [
    ...(reason.trim() ? [] : [problem('BLANK' as const, ['input', 'reason'])]),
    ...textProblems(reason, reasonLength, ['input', 'reason']),
  ];
  if (problems.length > 0) return refused(context, problems);
  const corrected = { ...vitals, corrects: { id, reason } };
  const place = { idempotencyKey, roomId: row.roomId, audience: row.audience, parentId: old.id };
  const created = await createPost(context, { ...place, vitals: corrected, kind: 'VITALS', importance: 'NORMAL' });
  forgetVitals(context, id);
  return answer(context, created);
}

const refused = (context: TimelineRequest, problems: readonly PostProblem[]): Recorded => ({
  vitalsRecord: null,
  post: null,
  replayed: false,
  userErrors: inWords(context, problems, correctionWords),
});

async function answer(context: TimelineRequest, { userErrors, ...created }: PostCreated): Promise<Recorded> {
  const vitalsRecord = created.post?.vitalsId ? await getVitals(context, created.post.vitalsId) : null;
  return { ...created, vitalsRecord, userErrors: userErrors.map(inOwnFields) };
}

/** What is wrong with the post that is answered is said of what is corrected. */
const inOwnFields = (error: UserErrorShape<ErrorCode>): UserErrorShape<ErrorCode> =>
  error.field?.includes('parentId') ? { ...error, field: ['id'] } : error;
