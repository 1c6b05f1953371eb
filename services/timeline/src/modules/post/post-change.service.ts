/** Correcting and retracting: what was written stays, and stays readable to whoever could read it (R22). */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { look, permit, perRequest, recordRefusal, requirePerson, timelineClass, type TimelineRequest } from '../access/index.ts';
import { findAddressable, insertMentions, type MentionDraft, mentionProblems } from '../mention/index.ts';
import { bodyProblems, correctionRefusal, reasonProblems, retractionRefusal } from './post-change.policy.ts';
import { findRevisions, insertRetraction, insertRevision, lockPost, type RevisionRow } from './post-change.repository.ts';
import type { ErrorCode, OwnWords, PostProblem } from './post.errors.ts';
import { emitAskStanding, emitPostChanged } from './post.events.ts';
import { findPosts, type PostRow } from './post.repository.ts';
import { inWords, lineOf } from './post.service.ts';
import { forgetPost, getPost, seePost } from './post.read.service.ts';

export interface PostChanged {
  post: PostRow | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

interface Correction {
  body: string;
  mentions?: readonly MentionDraft[] | null;
  expectedVersion: number;
}

/** The same text again changes nothing. */
export function updatePost(context: TimelineRequest, id: string, { body, mentions, expectedVersion }: Correction): Promise<PostChanged> {
  return change(context, id, async (tx, post, author) => {
    const text = body.trim();
    const named = mentions ?? [];
    const refusal = correctionRefusal(author, post, context.now());
    const addressable = refusal ? new Set<string>() : await findAddressable(tx, post.roomId, post.audience, named);
    const problems = refusal
      ? [problem(refusal, ['id'])]
      : [...bodyProblems(body), ...mentionProblems(named, text, addressable, ['input', 'mentions'])];
    if (problems.length > 0) return problems;
    if (text === post.body && named.length === 0) return 'AS_IT_WAS';
    if (post.version !== expectedVersion) return [problem('STALE_VERSION', ['input', 'expectedVersion'])];
    const version = post.version + 1;
    await insertRevision(tx, post, byOf(author), { version, body: text });
    await insertMentions(tx, { ...post, postId: post.id, version }, named);
    return 'UPDATE';
  });
}

interface Retracting {
  reason: string;
  expectedVersion: number;
}

/** Retracted again by who retracted it, it is as it was. */
export function retractPost(context: TimelineRequest, id: string, { reason, expectedVersion }: Retracting): Promise<PostChanged> {
  return change(context, id, async (tx, post, author) => {
    if (post.retractedAt && post.authorId === author.userId) return 'AS_IT_WAS';
    const refusal = retractionRefusal(author, post);
    const problems = refusal ? [problem(refusal, ['id'])] : reasonProblems(reason);
    if (problems.length > 0) return problems;
    if (post.version !== expectedVersion) return [problem('STALE_VERSION', ['expectedVersion'])];
    await insertRetraction(tx, post, byOf(author), reason.trim());
    if (post.hasAsk) await emitAskStanding(tx, post, false);
    return 'RETRACT';
  });
}

const byOf = ({ userId, labels }: PersonViewer) => ({ userId, userName: labels.name });

type Work = (tx: Em, post: PostRow, author: PersonViewer) => Promise<PostProblem[] | 'AS_IT_WAS' | 'UPDATE' | 'RETRACT'>;

/** One change at a time: the post as this person sees it, the work, the record, the event. */
async function change(context: TimelineRequest, id: string, work: Work): Promise<PostChanged> {
  const author = requirePerson(context);
  const problems = await context.write(async (tx) => {
    const post = await takePost(tx, context, id);
    if (!post) return [problem('NOT_FOUND' as const, ['id'])];
    const outcome = await work(tx, post, author);
    if (typeof outcome !== 'string') return outcome;
    const action: AuditFacts['action'] = outcome === 'AS_IT_WAS' ? 'VIEW' : outcome;
    await auditAll(tx, context, [lineOf(post, action)]);
    if (outcome !== 'AS_IT_WAS') await emitPostChanged(tx, post);
    return [];
  });
  forgetPost(context, id);
  return { post: problems.length === 0 ? await getPost(context, id) : null, userErrors: inWords(context, problems, writersOwn) };
}

const writersOwn: OwnWords = () => ({ FORBIDDEN: { ja: '直せるのは書いた本人だけです。', en: 'Only the writer can change it.' } });

/** The post as this person sees it, to themselves until the transaction ends; null when there is none for them, which is recorded. */
export async function takePost(tx: Em, context: TimelineRequest, id: string): Promise<PostRow | null> {
  if (!isId(id)) return null;
  await lockPost(tx, id);
  const [found] = await findPosts(tx, [id]);
  const post = seePost(context, found);
  if (!post) await recordRefusal(tx, context, 'Post', id);
  return post;
}

const revisions = perRequest(
  (context) =>
    new DataLoader<string, RevisionRow[]>((ids) =>
      look(context, async (tx) => {
        const rows = (await findRevisions(tx, ids)).flatMap((row) => permit(context, row, row.audience) ?? []);
        const byPost = Map.groupBy(rows, ({ postId }) => postId);
        return { value: ids.map((id) => byPost.get(id) ?? []), rooms: rows };
      }),
    ),
);

/** @returns the texts that stood before the present one, oldest first */
export async function revisionsOf(context: TimelineRequest, { id, editedAt }: PostRow): Promise<RevisionRow[]> {
  return editedAt ? (await revisions(context).load(id)).slice(0, -1) : [];
}

/** @returns null for a post that stands */
export function retractionOf({ retractedAt, retractedById, retractedByName, retractionReason }: PostRow) {
  if (!retractedAt) return null;
  const by = retractedById ? { id: retractedById } : null;
  return grant({ at: retractedAt, by, byName: retractedByName ?? '', reason: retractionReason ?? '' }, [timelineClass]);
}
