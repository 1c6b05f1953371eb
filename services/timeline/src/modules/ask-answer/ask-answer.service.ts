/** Taking an ask on, seeing it done, and what is still owed (R23). */
import { auditAll } from '@heya/service-common/audit';
import { codedError, problem, type UserErrorShape } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { requirePerson, seeRoom, type TimelineRequest } from '../access/index.ts';
import { type AskStep, findAsks, forgetAsk, nextSteps } from '../ask/index.ts';
import {
  emitAskStanding,
  type ErrorCode,
  getPost,
  inWords,
  lineOf,
  type PostProblem,
  type PostRow,
  roomStream,
  takePost,
} from '../post/index.ts';
import { askWords, noteProblems, refusalProblem } from './ask-answer.policy.ts';
import { type AskPlace, countOpen, findOpen, findOwed, insertSteps } from './ask-answer.repository.ts';

export interface Answered {
  post: PostRow | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Once, however often it is pressed; of a group, the first. */
export async function answer(context: TimelineRequest, postId: string, wanted: AskStep, note: string | null = null): Promise<Answered> {
  requirePerson(context);
  const problems = await context.write((tx) => step(tx, context, { postId, wanted, note }));
  if (problems.length > 0) return { post: null, userErrors: inWords(context, problems, askWords) };
  forgetAsk(context, postId);
  return { post: await getPost(context, postId), userErrors: [] };
}

interface Step {
  postId: string;
  wanted: AskStep;
  note: string | null;
}

async function step(tx: Em, context: TimelineRequest, { postId, wanted, note }: Step): Promise<PostProblem[]> {
  const { userId, labels } = requirePerson(context);
  const post = await takePost(tx, context, postId);
  const [ask] = post?.hasAsk ? await findAsks(tx, [postId]) : [];
  if (!post || !ask) return [problem('NOT_FOUND', ['postId'])];
  const next = nextSteps(wanted, ask);
  if (!Array.isArray(next)) return [refusalProblem(next)];
  const problems = noteProblems(note);
  if (problems.length > 0) return problems;
  await auditAll(tx, context, [lineOf(post, next.length > 0 ? 'UPDATE' : 'VIEW')]);
  if (next.length === 0) return [];
  await insertSteps(tx, post, { userId, userName: labels.name }, { steps: next, note: note?.trim() || null });
  const { id, roomId, audience } = post;
  await emit(tx, 'timeline.askChanged', roomStream(roomId), { postId: id, roomId, audience });
  if (next.includes('DONE')) await emitAskStanding(tx, post, false);
  return [];
}

interface Listing {
  kind: string;
  first: number;
  after: string | null;
  find(tx: Em, after: readonly [number, string] | undefined, limit: number): Promise<AskPlace[]>;
}

async function listAsks(context: TimelineRequest, { kind, first, after, find }: Listing): Promise<Connection<PostRow>> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after) as [number, string] | undefined;
  const places = await context.read((tx) => find(tx, position, size + 1));
  const rows = (await Promise.all(places.map(({ id }) => getPost(context, id)))).filter((row) => row !== null);
  const dueAt = new Map(places.map((place) => [place.id, place.dueAt.getTime()]));
  return toConnection({
    seal: context.cursors,
    kind,
    rows,
    size,
    continued: after !== null,
    position: ({ id }) => [dueAt.get(id) ?? 0, id],
  });
}

/** @returns what this person owes an answer to, soonest first */
export function listOwed(context: TimelineRequest, first: number, after: string | null): Promise<Connection<PostRow>> {
  const { userId } = requirePerson(context);
  return listAsks(context, { kind: 'asks owed', first, after, find: (tx, position, limit) => findOwed(tx, userId, position, limit) });
}

export interface OpenAsks extends Connection<PostRow> {
  count: () => Promise<number>;
}

const hourMs = 3_600_000;
/** A year of hours. */
const oldest = 8784;

interface OpenQuery {
  olderThanHours?: number | null;
  first?: number | null;
  after?: string | null;
}

/** @returns what waits in a room for so long, soonest due first; null when this person may not see the room @throws BAD_USER_INPUT for hours that are none */
export async function listOpen(context: TimelineRequest, roomId: string, query: OpenQuery): Promise<OpenAsks | null> {
  const hours = query.olderThanHours ?? 0;
  if (!Number.isInteger(hours) || hours < 0 || hours > oldest) throw codedError('BAD_USER_INPUT');
  if (!(await seeRoom(context, roomId))) return null;
  const place = { roomId, askedBefore: new Date(context.now().getTime() - hours * hourMs) };
  const found = await listAsks(context, {
    kind: `asks open ${roomId} ${hours}`,
    first: query.first ?? 20,
    after: query.after ?? null,
    find: (tx, position, limit) => findOpen(tx, place, position, limit),
  });
  return { ...found, count: () => context.read((tx) => countOpen(tx, place)) };
}
