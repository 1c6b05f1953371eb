/** Writing a post. */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { codedError, problem, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import {
  can,
  findStanding,
  permit,
  recordRefusal,
  type Refusal,
  requirePerson,
  type Right,
  type Standing,
  timelineClass,
  type TimelineRequest,
  viewKey,
  viewOf,
} from '../access/index.ts';
import { type AskDraft, insertAsk, isAnybodyAsked } from '../ask/index.ts';
import { attachUploads, sendingProblems, type UploadUse, useProblems } from '../attachment/index.ts';
import { findAddressable, insertMentions, type MentionDraft, mentionProblems } from '../mention/index.ts';
import { insertVisit, mayRecordVisit } from '../visit/index.ts';
import { findRanges } from '../vital-range/index.ts';
import { correctionProblems, correctionWords, insertVitals, toNewVitals } from '../vitals/index.ts';
import { isWorseThanBefore, keepWound, standingProblems, woundWords } from '../wound/index.ts';
import { type ErrorCode, type OwnWords, type PostProblem, sentencesFor } from './post.errors.ts';
import { emitAskStanding, emitPostChanged, emitPostCreated, roomStream } from './post.events.ts';
import { draftProblems, fingerprint, type Parent, type PostDraft, raisedBy, replyProblems } from './post.policy.ts';
import { findFingerprint, findPosts, insertPost, isRefusedRow, isTaken, type NewPost, type PostRow } from './post.repository.ts';
import { seePost } from './post.read.service.ts';

type Outcome = { post: PostRow; replayed: boolean } | { problems: PostProblem[] };
export interface PostCreated {
  post: PostRow | null;
  replayed: boolean;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Posts once, however often it is sent (R29): the key is the post's id. */
export async function createPost(context: TimelineRequest, draft: PostDraft): Promise<PostCreated> {
  const author = requirePerson(context);
  const outcome = await context
    .write((tx) => write(tx, context, { author, draft }))
    .catch(async (error: unknown) => (isTaken(error) ? replay(context, { author, draft }) : refusedByDatabase(context, draft, error)));
  if ('problems' in outcome) return { post: null, replayed: false, userErrors: inWords(context, outcome.problems, wordsOf(draft)) };
  // The look of the answer at the room is in the record already, beside the line of the post.
  if (!outcome.replayed) context.record.know(viewKey(outcome.post.roomId));
  return { ...outcome, userErrors: [] };
}

/** Parts of a post that have words of their own. */
function wordsOf({ wound, vitals }: PostDraft): OwnWords | undefined {
  if (wound) return woundWords;
  return vitals?.corrects ? correctionWords : undefined;
}

interface Writing {
  author: PersonViewer;
  draft: PostDraft;
}

async function write(tx: Em, context: TimelineRequest, writing: Writing): Promise<Outcome> {
  const { author, draft } = writing;
  const standing = isId(draft.roomId) ? await findStanding(tx, draft.roomId) : undefined;
  const reading = can(author, 'READ', standing);
  if (!reading.allowed) return refuse(tx, context, draft, reading.reason);
  const decision = can(author, 'WRITE', standing, draft.audience);
  const parent = draft.parentId ? await findParent(tx, context, draft.parentId) : null;
  const problems = [
    ...draftProblems(draft, context.now()),
    ...(draft.parentId ? replyProblems(draft, parent) : []),
    ...(draft.visit && !mayRecordVisit(author.profession) ? [problem('FORBIDDEN' as const, ['input', 'visit'])] : []),
    ...(draft.mentions?.length && decision.allowed ? await namedProblems(tx, draft, draft.mentions) : []),
    ...(draft.uploads?.length && decision.allowed ? await uploadProblems(tx, context, { ...draft, uploads: draft.uploads }) : []),
    ...(draft.wound && decision.allowed ? await standingProblems(tx, context, draft.wound, { ...draft, seen: decision.audiences }) : []),
    ...(draft.vitals?.corrects && decision.allowed
      ? await correctionProblems(tx, context, draft.vitals.corrects.id, {
          ...draft,
          author,
          isTeam: decision.audiences.includes('CARE_TEAM'),
        })
      : []),
    ...(draft.ask && decision.allowed ? await askedProblems(tx, { ...draft, authorId: author.userId }, draft.ask) : []),
  ];
  if (!decision.allowed || problems.length > 0) {
    // What was accepted once is accepted again, whatever has been closed since.
    const earlier = await findEarlier(tx, context, writing);
    if (earlier) return earlier;
  }
  if (!decision.allowed) return refuse(tx, context, draft, decision.reason);
  if (problems.length > 0) return { problems };
  const parentId = parent && (parent.parentId ?? parent.id);
  const storing = { ...writing, standing: standing as Standing, right: decision, parentId };
  const post = await store(tx, context, storing);
  // Values that hold no more are shown as such wherever they stand.
  if (parent && draft.vitals?.corrects) await emitPostChanged(tx, parent);
  return { post, replayed: false };
}

async function namedProblems(tx: Em, draft: PostDraft, mentions: readonly MentionDraft[]): Promise<PostProblem[]> {
  const { roomId, audience, body } = draft;
  return mentionProblems(mentions, body?.trim() ?? '', await findAddressable(tx, roomId, audience, mentions), ['input', 'mentions']);
}

/** Only what the draft names rightly is looked up. */
async function uploadProblems(
  tx: Em,
  context: TimelineRequest,
  draft: PostDraft & { uploads: readonly UploadUse[] },
): Promise<PostProblem[]> {
  return useProblems(draft.uploads, context.now(), []).length > 0 ? [] : sendingProblems(tx, draft);
}

/** An ask to nobody would never be answered. */
async function askedProblems(tx: Em, place: PostDraft & { authorId: string }, ask: AskDraft): Promise<PostProblem[]> {
  const field = ['input', 'ask', ask.toGroup ? 'toGroup' : 'toUserId'];
  const canBe = !ask.toUserId || isId(ask.toUserId);
  return canBe && (await isAnybodyAsked(tx, place, ask)) ? [] : [problem('NOT_FOUND', field)];
}

/** @returns what is answered, as far as the writer sees it */
async function findParent(tx: Em, context: TimelineRequest, id: string): Promise<(PostRow & Parent) | null> {
  const [found] = isId(id) ? await findPosts(tx, [id]) : [];
  const post = seePost(context, found);
  return post && { ...post, isRetracted: post.retractedAt !== null };
}

/** The key is taken: by the same post, sent twice, or by something else. */
async function replay(context: TimelineRequest, writing: Writing): Promise<Outcome> {
  const earlier = await context.read((tx) => findEarlier(tx, context, writing));
  return earlier ?? { problems: [problem('INVALID', ['input', 'idempotencyKey'])] };
}

/** @returns what became of this key before, as the writer may see it; undefined when there is nothing they wrote */
async function findEarlier(tx: Em, context: TimelineRequest, { author, draft }: Writing): Promise<Outcome | undefined> {
  const key = draft.idempotencyKey;
  const earlier = isId(key) ? await findFingerprint(tx, key, author.userId) : undefined;
  if (earlier === undefined) return undefined;
  if (earlier !== fingerprint(draft)) return { problems: [problem('INVALID', ['input', 'idempotencyKey'])] };
  const [found] = await findPosts(tx, [key]);
  const post = seePost(context, found);
  if (!post) throw codedError('FORBIDDEN');
  await auditAll(tx, context, [lineOf(post, 'VIEW')]);
  return { post, replayed: true };
}

interface Storing extends Writing {
  standing: Standing;
  right: Right;
  /** The post that began the exchange. */
  parentId: string | null;
}

/** Sequence, vitals, post, receipt, access record, event: one transaction. */
async function store(tx: Em, context: TimelineRequest, { author, draft, standing, right, parentId }: Storing): Promise<PostRow> {
  const { roomId, patientId, districtId } = standing;
  const place = { roomId, patientId, audience: draft.audience };
  const vitals = draft.vitals
    ? await toNewVitals(
        tx,
        draft.vitals,
        { ...place, takenById: author.userId, takenByName: author.labels.name },
        await findRanges(tx, roomId),
      )
    : undefined;
  if (vitals) await insertVitals(tx, vitals);
  const observedAt = draft.observedAt ?? vitals?.takenAt ?? context.now();
  const raised = raisedBy(vitals, draft.importance);
  const isWorse = draft.wound && (await isWorseThanBefore(tx, draft.wound, observedAt));
  const post: NewPost = {
    ...place,
    id: draft.idempotencyKey,
    districtId,
    authorId: author.userId,
    authorName: author.labels.name,
    authorProfessionLabel: author.labels.profession ?? null,
    authorFacilityName: author.labels.facility ?? null,
    kind: draft.kind,
    importance: isWorse && raised === 'NORMAL' ? 'IMPORTANT' : raised,
    body: draft.body?.trim() || null,
    vitalsId: vitals?.id ?? null,
    parentId,
    spokenForName: draft.spokenForName?.trim() || null,
    acknowledgementRequested: draft.importance === 'URGENT' || Boolean(draft.requestAcknowledgement),
    hasMentions: Boolean(draft.mentions?.length),
    hasAsk: Boolean(draft.ask),
    observedAt,
    fingerprint: fingerprint(draft),
  };
  await auditAll(tx, context, [lineOf(post, 'CREATE'), viewOf({ ...standing, ...right })]);
  // Drawn late: from here to the commit the room's other writers wait.
  const stored = await insertPost(tx, post, roomStream(roomId));
  if (draft.visit) await insertVisit(tx, { ...place, postId: post.id }, draft.visit);
  if (draft.wound) await keepWound(tx, { ...place, postId: post.id, observedAt }, draft.wound, author);
  if (draft.mentions) await insertMentions(tx, { ...place, postId: post.id, version: stored.version }, draft.mentions);
  if (draft.uploads?.length) await attachUploads(tx, { ...place, postId: post.id }, draft.uploads, author);
  if (draft.ask) {
    await insertAsk(tx, { ...place, postId: post.id }, draft.ask);
    await emitAskStanding(tx, stored, true);
  }
  await emitPostCreated(tx, stored);
  return permit(context, { ...stored, ...right }, draft.audience) ?? outOfSight();
}

export const lineOf = (post: Pick<PostRow, 'id' | 'roomId' | 'patientId' | 'districtId'>, action: AuditFacts['action']): AuditFacts => ({
  authority: 'MEMBERSHIP',
  action,
  categories: [timelineClass],
  subjectType: 'Post',
  subjectId: post.id,
  roomId: post.roomId,
  patientId: post.patientId,
  districtId: post.districtId,
});

function outOfSight(): never {
  throw codedError('FORBIDDEN');
}

const fields: Partial<Record<Refusal, string[]>> = { FORBIDDEN: ['input', 'audience'] };
/** Whoever only looks in is told the same as whoever writes beyond their audience. */
const codeOf = (reason: Refusal): Exclude<Refusal, 'READ_ONLY'> => (reason === 'READ_ONLY' ? 'FORBIDDEN' : reason);

async function refuse(tx: Em, context: TimelineRequest, { roomId }: PostDraft, reason: Refusal): Promise<Outcome> {
  if (isId(roomId)) await recordRefusal(tx, context, 'Room', roomId);
  return { problems: [problem(codeOf(reason), fields[reason] ?? ['input', 'roomId'])] };
}

/** What was written went back with its transaction, so the refusal is recorded in one of its own (R32). */
async function refusedByDatabase(context: TimelineRequest, { roomId }: PostDraft, error: unknown): Promise<Outcome> {
  if (!isRefusedRow(error)) throw error;
  await context.write((tx) => recordRefusal(tx, context, 'Room', roomId));
  throw codedError('FORBIDDEN');
}

/** @param own sentences that take the place of the usual ones */
export function inWords(
  { locale }: Pick<TimelineRequest, 'locale'>,
  problems: readonly PostProblem[],
  own: OwnWords = () => ({}),
): UserErrorShape<ErrorCode>[] {
  return problems.flatMap((found) => toUserErrors([found], locale, { ...sentencesFor(found), ...own(found) }));
}
