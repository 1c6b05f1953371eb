/** Marking as read, and who has read. */
import { audit } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import {
  can,
  findStanding,
  look,
  permit,
  perRequest,
  recordRefusal,
  requirePerson,
  type Room,
  timelineClass,
  type TimelineRequest,
} from '../access/index.ts';
import { markPostsRead } from '../notification/index.ts';
import { type ErrorCode, inWords, type PostProblem, type PostRow, roomStream } from '../post/index.ts';
import {
  findLastRead,
  findReadings,
  findReceipts,
  findSeq,
  findUnreadImportant,
  insertReceipts,
  movePosition,
  type Reader,
  type Reading,
  type ReceiptRow,
} from './receipt.repository.ts';

/** Older posts change their summary silently: no screen shows more than this at once. */
const toldAtMost = 30;

export interface MarkedRead {
  room: Room | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Everything this person can see up to a post is read; again changes nothing. */
export async function markRead(context: TimelineRequest, roomId: string, upToPostId: string): Promise<MarkedRead> {
  const { userId, labels } = requirePerson(context);
  const reader = { roomId, userId, userName: labels.name };
  const problems = await context.write((tx) => mark(tx, context, reader, upToPostId));
  return { room: problems.length === 0 ? { id: roomId } : null, userErrors: inWords(context, problems) };
}

async function mark(tx: Em, context: TimelineRequest, reader: Reader, upToPostId: string): Promise<PostProblem[]> {
  const { roomId } = reader;
  const standing = isId(roomId) ? await findStanding(tx, roomId) : undefined;
  const decision = can(context.viewer, 'TAKE_PART', standing);
  if (!standing || !decision.allowed) {
    if (isId(roomId)) await recordRefusal(tx, context, 'Room', roomId);
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    return [problem(reason === 'READ_ONLY' ? 'FORBIDDEN' : reason, ['roomId'])];
  }
  const seq = isId(upToPostId) ? await findSeq(tx, roomId, upToPostId) : undefined;
  if (seq === undefined) {
    if (isId(upToPostId)) await recordRefusal(tx, context, 'Post', upToPostId);
    return [problem('NOT_FOUND', ['upToPostId'])];
  }
  // Before the room's own sequence is taken: whoever is just being told of many things keeps no writer waiting.
  await markPostsRead(tx, context, { roomId, upToSeq: seq });
  for (const { postId, audience } of await insertReceipts(tx, reader, seq, toldAtMost)) {
    await emit(tx, 'timeline.readSummaryChanged', roomStream(roomId), { postId, roomId, audience });
  }
  await movePosition(tx, reader, seq);
  await audit(tx, context, {
    authority: decision.authority,
    action: 'CREATE',
    categories: [timelineClass],
    subjectType: 'ReadReceipt',
    subjectId: upToPostId,
    roomId,
    patientId: standing.patientId,
    districtId: standing.districtId,
  });
  return [];
}

const readings = perRequest(
  (context) =>
    new DataLoader<string, Reading | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findReadings(tx, ids);
        const value = ids.map((id) => {
          const row = rows.find(({ postId }) => postId === id);
          return permit(context, row, row?.audience);
        });
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

/** @returns how far a post was read; null when it went out of sight meanwhile */
export const readingOf = (context: TimelineRequest, { id }: PostRow): Promise<Reading | null> => readings(context).load(id);

interface ReceiptQuery {
  postId: string;
  first: number;
  after: string | null;
}

/** A cursor belongs to the list of one post. */
const receiptList = (postId: string): string => `receipts ${postId}`;

const receipts = perRequest(
  (context) =>
    new DataLoader<ReceiptQuery, ReceiptRow[], string>(
      async (queries) => {
        // Posts of one page ask alike, so a page is one statement.
        const groups = Map.groupBy(queries, ({ first, after }) => `${first} ${after}`);
        const found = await Promise.all(
          [...groups.values()].map(async (group) => {
            const [{ postId: anyOf, first, after }] = group as [ReceiptQuery];
            const position = openCursor(context.cursors, receiptList(anyOf), after) as [number, string] | undefined;
            const postIds = group.map(({ postId }) => postId);
            return look(context, async (tx) => {
              const rows = (await findReceipts(tx, postIds, position, first + 1)).flatMap(
                (row) => permit(context, row, row.audience) ?? [],
              );
              return { value: rows, rooms: rows };
            });
          }),
        );
        const rows = Map.groupBy(found.flat(), ({ postId }) => postId);
        return queries.map(({ postId }) => rows.get(postId) ?? []);
      },
      { cacheKeyFn: ({ postId, first, after }) => `${postId} ${first} ${after}` },
    ),
);

export async function listReceipts(
  context: TimelineRequest,
  { id }: PostRow,
  first: number,
  after: string | null,
): Promise<Connection<ReceiptRow>> {
  const rows = await receipts(context).load({ postId: id, first: requirePageSize(first), after });
  return toConnection({
    seal: context.cursors,
    kind: receiptList(id),
    rows,
    size: first,
    continued: after !== null,
    totalCount: rows[0]?.total ?? (after === null ? 0 : null),
    position: ({ readAt, key }) => [readAt.getTime(), key],
  });
}

const lastRead = perRequest(
  (context) =>
    new DataLoader<string, Date | null>((ids) =>
      look(context, async (tx) => {
        const rows = (await findLastRead(tx, ids)).flatMap((row) => permit(context, row) ?? []);
        const found = new Map(rows.map((row) => [row.membershipId, row]));
        const refused = { type: 'RoomMembership', ids: ids.filter((id) => !found.has(id)) };
        return { value: ids.map((id) => found.get(id)?.lastReadAt ?? null), rooms: rows, refused };
      }),
    ),
);

export async function lastReadAt(context: TimelineRequest, membershipId: string): Promise<Date | null> {
  requirePerson(context);
  return isId(membershipId) ? lastRead(context).load(membershipId) : null;
}

const unreadImportant = perRequest(
  (context) =>
    new DataLoader<string, number | null>((ids) =>
      look(context, async (tx) => {
        const rows = (await findUnreadImportant(tx, ids)).flatMap((row) => permit(context, row) ?? []);
        const found = new Map(rows.map((row) => [row.membershipId, row]));
        const refused = { type: 'RoomMembership', ids: ids.filter((id) => !found.has(id)) };
        return { value: ids.map((id) => found.get(id)?.unreadImportant ?? null), rooms: rows, refused };
      }),
    ),
);

export async function unreadImportantCount(context: TimelineRequest, membershipId: string): Promise<number | null> {
  requirePerson(context);
  return isId(membershipId) ? unreadImportant(context).load(membershipId) : null;
}
