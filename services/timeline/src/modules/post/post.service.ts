/** Writing a post and finding posts. */
import { audit } from '@heya/service-common/audit';
import { codedError, problem, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { nextSequence } from '@heya/service-common/outbox';
import type { PersonViewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import {
  findStanding,
  look,
  mayRead,
  mayWrite,
  perRequest,
  recordRefusal,
  type Refusal,
  requirePerson,
  type Standing,
  type TimelineRequest,
} from '../access/index.ts';
import { insertVitals, toNewVitals } from '../vitals/index.ts';
import { type ErrorCode, type PostProblem, sentencesFor } from './post.errors.ts';
import { emitPostCreated, roomStream } from './post.events.ts';
import { draftProblems, fingerprint, type PostDraft } from './post.policy.ts';
import {
  findFingerprint,
  findPosts,
  findPostsOfVitals,
  insertOwnReceipt,
  insertPost,
  isRefusedRow,
  isTaken,
  lockKey,
  type NewPost,
  type PostRow,
} from './post.repository.ts';

type Outcome = { post: PostRow; replayed: boolean } | { problems: PostProblem[] };
export interface PostCreated {
  post: PostRow | null;
  replayed: boolean;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Posts once, however often it is sent (R29): the key is the post's id. */
export async function createPost(context: TimelineRequest, draft: PostDraft): Promise<PostCreated> {
  const author = requirePerson(context);
  const outcome = await context.write((tx) => write(tx, context, { author, draft })).catch(refusedByDatabase);
  if ('problems' in outcome) return { post: null, replayed: false, userErrors: inWords(context, outcome.problems) };
  return { ...outcome, userErrors: [] };
}

interface Writing {
  author: PersonViewer;
  draft: PostDraft;
}

async function write(tx: Em, context: TimelineRequest, writing: Writing): Promise<Outcome> {
  const { author, draft } = writing;
  const standing = isId(draft.roomId) ? await findStanding(tx, draft.roomId) : undefined;
  const reading = mayRead(standing);
  if (!reading.ok) return refuse(tx, context, draft, reading.reason);
  await lockKey(tx, draft.idempotencyKey);
  const earlier = isId(draft.idempotencyKey) ? await findFingerprint(tx, draft.idempotencyKey, author.userId) : undefined;
  if (earlier !== undefined) {
    return earlier === fingerprint(draft) ? written(tx, draft, true) : { problems: [problem('INVALID', ['input', 'idempotencyKey'])] };
  }
  const writable = mayWrite(standing, draft.audience);
  if (!writable.ok) return refuse(tx, context, draft, writable.reason);
  const problems = draftProblems(draft, context.now());
  if (problems.length > 0) return { problems };
  await store(tx, context, { ...writing, standing: standing as Standing });
  return written(tx, draft, false);
}

/** As the writer may see it: read back under their rights, like any post. */
async function written(tx: Em, { idempotencyKey }: PostDraft, replayed: boolean): Promise<Outcome> {
  const [post] = await findPosts(tx, [idempotencyKey]);
  if (!post) throw codedError('FORBIDDEN');
  return { post, replayed };
}

/** Sequence, vitals, post, receipt, access record, event: one transaction. */
async function store(tx: Em, context: TimelineRequest, { author, draft, standing }: Writing & { standing: Standing }): Promise<void> {
  const { roomId, patientId, districtId } = standing;
  const place = { roomId, patientId, audience: draft.audience };
  const vitals = draft.vitals
    ? toNewVitals(draft.vitals, { ...place, takenById: author.userId, takenByName: author.labels.name })
    : undefined;
  if (vitals) await insertVitals(tx, vitals);
  // Drawn late: from here to the commit the room's other writers wait.
  const seq = await nextSequence(tx, roomStream(roomId));
  const post: NewPost = {
    ...place,
    id: draft.idempotencyKey,
    districtId,
    seq,
    authorId: author.userId,
    authorName: author.labels.name,
    authorProfessionLabel: author.labels.profession ?? null,
    authorFacilityName: author.labels.facility ?? null,
    kind: draft.kind,
    importance: draft.importance,
    body: draft.body?.trim() || null,
    vitalsId: vitals?.id ?? null,
    observedAt: draft.observedAt ?? vitals?.takenAt ?? context.now(),
    fingerprint: fingerprint(draft),
  };
  await insertPost(tx, post);
  await insertOwnReceipt(tx, post);
  await audit(tx, context, {
    authority: 'MEMBERSHIP',
    action: 'CREATE',
    categories: ['DAILY_CONDITION'],
    subjectType: 'Post',
    subjectId: post.id,
    roomId,
    patientId,
    districtId,
  });
  await emitPostCreated(tx, post);
}

const fields: Partial<Record<Refusal, string[]>> = { NOT_FOUND: ['input', 'roomId'], FORBIDDEN: ['input', 'audience'] };

async function refuse(tx: Em, context: TimelineRequest, { roomId }: PostDraft, reason: Refusal): Promise<Outcome> {
  if (isId(roomId)) await recordRefusal(tx, context, 'Room', roomId);
  return { problems: [problem(reason, fields[reason] ?? ['input', 'roomId'])] };
}

function refusedByDatabase(error: unknown): Outcome {
  if (isTaken(error)) return { problems: [problem('INVALID', ['input', 'idempotencyKey'])] };
  if (isRefusedRow(error)) throw codedError('FORBIDDEN');
  throw error;
}

export function inWords({ locale }: Pick<TimelineRequest, 'locale'>, problems: readonly PostProblem[]): UserErrorShape<ErrorCode>[] {
  return problems.flatMap((found) => toUserErrors([found], locale, sentencesFor(found)));
}

const postsById = perRequest(
  (context) =>
    new DataLoader<string, PostRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findPosts(tx, ids);
        const value = ids.map((id) => rows.find((row) => row.id === id) ?? null);
        return { value, rooms: rows, refused: { type: 'Post', ids: ids.filter((_, index) => !value[index]) } };
      }),
    ),
);

const postsByVitals = perRequest(
  (context) =>
    new DataLoader<string, PostRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findPostsOfVitals(tx, ids);
        return { value: ids.map((id) => rows.find(({ vitalsId }) => vitalsId === id) ?? null), rooms: rows };
      }),
    ),
);

/** @returns the post; null when it is not there for this viewer */
export async function getPost(context: TimelineRequest, id: string): Promise<PostRow | null> {
  return isId(id) ? postsById(context).load(id) : null;
}

export const getPostOfVitals = (context: TimelineRequest, vitalsId: string): Promise<PostRow | null> =>
  postsByVitals(context).load(vitalsId);
