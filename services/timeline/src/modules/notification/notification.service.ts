/** Reading one's own feed, and marking it as read. */
import { codedError, problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { look, perRequest, requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, findPosts, inWords, type PostProblem, type PostRow, seePost } from '../post/index.ts';
import { getCheck } from '../safety-check/index.ts';
import type { NotificationKind } from './notification.policy.ts';
import {
  countUnread,
  findBearing,
  findFeed,
  findNotifications,
  findPlace,
  markRows,
  type NotificationRow,
  type ReadUpTo,
} from './notification.repository.ts';
import { targetOf } from './notification.target.ts';
import { safeTitle, titleOf } from './notification.words.ts';

/** Of the person's stream; the gateway opens what is sealed here. */
export const streamField = 'notificationEvent';

export interface FeedQuery {
  filter?: { unreadOnly?: boolean | null; kinds?: NotificationKind[] | null; roomId?: string | null } | null;
  first?: number | null;
  after?: string | null;
}

const list = 'notifications';

/** @returns what this person was told, newest first, as far as they still take part */
export async function listNotifications(
  context: TimelineRequest,
  { filter, first, after }: FeedQuery,
): Promise<Connection<NotificationRow>> {
  const { userId } = requirePerson(context);
  const size = requirePageSize(first ?? 20);
  const [below] = (openCursor(context.cursors, `${list} ${userId}`, after) as [number] | undefined) ?? [];
  const roomId = filter?.roomId ?? null;
  const conditions = { unreadOnly: filter?.unreadOnly ?? false, kinds: filter?.kinds ?? null, roomId };
  const rows = roomId === null || isId(roomId) ? await context.read((tx) => findFeed(tx, conditions, below, size + 1)) : [];
  return toConnection({
    seal: context.cursors,
    kind: `${list} ${userId}`,
    rows,
    size,
    continued: Boolean(after),
    position: ({ seq }) => [seq],
  });
}

const unread = perRequest((context) => ({ count: context.read(countUnread) }));
/** At most 1,000. */
export function unreadCount(context: TimelineRequest): Promise<number> {
  requirePerson(context);
  return unread(context).count;
}

/** Whoever listens from here on misses nothing that is not in what is read afterwards. */
export async function cursorOf(context: TimelineRequest): Promise<string> {
  const { userId } = requirePerson(context);
  return context.cursors.seal(streamField, [userId, await context.read(findPlace)]);
}

const byId = perRequest(
  (context) =>
    new DataLoader<string, NotificationRow | null>(async (ids) => {
      const rows = await context.read((tx) => findNotifications(tx, ids));
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
);

/** @returns one's own, as long as it is in one's feed */
export async function getNotification(context: TimelineRequest, id: string): Promise<NotificationRow | null> {
  requirePerson(context);
  return isId(id) ? byId(context).load(id) : null;
}

/** What is out of sight is no refused look: nobody aimed at it. */
const posts = perRequest(
  (context) =>
    new DataLoader<string, PostRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findPosts(tx, ids);
        const value = ids.map((id) =>
          seePost(
            context,
            rows.find((row) => row.id === id),
          ),
        );
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

/** @returns the post that it tells of, as far as its reader may see it now */
export const postOf = (context: TimelineRequest, { targetType, targetId, isOpen }: NotificationRow): Promise<PostRow | null> =>
  targetType === 'Post' && isOpen ? posts(context).load(targetId) : Promise.resolve(null);

export async function describeTitle(context: TimelineRequest, row: NotificationRow): Promise<string> {
  const post = await postOf(context, row);
  return post && !post.retractedAt ? titleOf(row, post.authorName, context.locale) : safeTitle(row.kind, row.importance, context.locale);
}

/** What this service owns comes as its reader may see it; of the rest, the reference. */
export async function describeTarget(context: TimelineRequest, row: NotificationRow): Promise<object> {
  const post = await postOf(context, row);
  if (post) return post;
  if (row.targetType !== 'SafetyCheck') return targetOf(row);
  const check = await getCheck(context, row.targetId);
  return check ? Object.assign(check, { __typename: 'SafetyCheck' }) : { __typename: 'Viewer', id: requirePerson(context).userId };
}

/** Who may listen is whoever is signed in; the answer says which consents and memberships end what is told. */
export async function grantNotificationEvents(context: TimelineRequest, notBefore: number | null) {
  requirePerson(context);
  if (!(await context.projections.reached(notBefore ?? 0))) return null;
  return { audience: null, epoch: 0, ...(await context.read(findBearing)) };
}

export interface MarkedNotifications {
  viewer: { id: string } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

const mostIds = 100;

/** One's own alone: what is not there is as what was read before. */
export async function markRead(
  context: TimelineRequest,
  { ids, upTo }: { ids?: readonly string[] | null; upTo?: Date | null },
): Promise<MarkedNotifications> {
  const { userId } = requirePerson(context);
  const problems = markProblems(ids, upTo);
  if (problems.length > 0) return { viewer: null, userErrors: inWords(context, problems) };
  await context.write(async (tx) => {
    if (ids) await mark(tx, userId, { ids: ids.filter(isId) });
    if (upTo) await mark(tx, userId, { upTo });
  });
  return { viewer: { id: userId }, userErrors: [] };
}

function markProblems(ids: readonly string[] | null | undefined, upTo: Date | null | undefined): PostProblem[] {
  if (!ids && !upTo) return [problem('BLANK', ['ids'])];
  return ids && ids.length > mostIds ? [problem('TOO_LONG', ['ids'], { max: mostIds })] : [];
}

/** Told on the person's own stream, a hundred at a time. */
async function mark(tx: Em, userId: string, which: ReadUpTo): Promise<void> {
  const read = await markRows(tx, which);
  for (let from = 0; from < read.length; from += mostIds)
    await emit(tx, 'timeline.notificationsRead', `notification:${userId}`, { notificationIds: read.slice(from, from + mostIds), userId });
}

/** Whoever has read the posts of a room up to one need not be told of them any more. In the transaction that reads them. */
export function markPostsRead(tx: Em, context: TimelineRequest, upTo: { roomId: string; upToSeq: number }): Promise<void> {
  return mark(tx, requirePerson(context).userId, upTo);
}

/** Entities of the stream: bare places for the count of whoever listens. @throws FORBIDDEN for anybody else's */
export function ownPlace(context: TimelineRequest, id: string): { id: string } {
  if (requirePerson(context).userId !== id) throw codedError('FORBIDDEN');
  return { id };
}
