/** Marking as read, and who has read. */
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { findStanding, mayRead, perRequest, recordRefusal, requirePerson, type Room, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords, type PostProblem, type PostRow, roomStream } from '../post/index.ts';
import {
  findLastRead,
  findReadings,
  findReceipts,
  findSeq,
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
  const problems = await context.write((tx) => mark(tx, context, { roomId, userId, userName: labels.name }, upToPostId));
  return { room: problems.length === 0 ? { id: roomId } : null, userErrors: inWords(context, problems) };
}

async function mark(tx: Em, context: TimelineRequest, reader: Reader, upToPostId: string): Promise<PostProblem[]> {
  const { roomId } = reader;
  const reading = mayRead(isId(roomId) ? await findStanding(tx, roomId) : undefined);
  if (!reading.ok) {
    if (isId(roomId)) await recordRefusal(tx, context, 'Room', roomId);
    return [problem(reading.reason, ['roomId'])];
  }
  const seq = isId(upToPostId) ? await findSeq(tx, roomId, upToPostId) : undefined;
  if (seq === undefined) return [problem('NOT_FOUND', ['upToPostId'])];
  for (const { postId, audience } of await insertReceipts(tx, reader, seq, toldAtMost)) {
    await emit(tx, 'timeline.readSummaryChanged', roomStream(roomId), { postId, roomId, audience });
  }
  await movePosition(tx, reader, seq);
  return [];
}

const readings = perRequest(
  (context) =>
    new DataLoader<string, Reading | null>((ids) =>
      context.read(async (tx) => {
        const rows = await findReadings(tx, ids);
        return ids.map((id) => rows.find(({ postId }) => postId === id) ?? null);
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
            return context.read((tx) =>
              findReceipts(
                tx,
                group.map(({ postId }) => postId),
                position,
                first + 1,
              ),
            );
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
      context.read(async (tx) => {
        const rows = await findLastRead(tx, ids);
        return ids.map((id) => rows.find(({ membershipId }) => membershipId === id)?.lastReadAt ?? null);
      }),
    ),
);

export async function lastReadAt(context: TimelineRequest, membershipId: string): Promise<Date | null> {
  requirePerson(context);
  return isId(membershipId) ? lastRead(context).load(membershipId) : null;
}
