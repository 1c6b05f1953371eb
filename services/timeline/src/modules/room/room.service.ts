/** What the timeline adds to a room. The room is obtained first: nothing is read for anybody who may not see it. */
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { openCursor, requirePageSize, toConnection, type Connection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { look, perRequest, requirePerson, seeRoom, type TimelineRequest } from '../access/index.ts';
import {
  conditionsOf,
  countPosts,
  findDigests,
  findPage,
  getPost,
  type PageBounds,
  type PostConditions,
  type PostRow,
  type RoomDigest,
  seePost,
} from '../post/index.ts';
import type { PostsArgs } from '../post/index.ts';

const defaultSize = 20;

/** A page that can count the whole when asked to. */
export interface PostList extends Omit<Connection<PostRow>, 'totalCount'> {
  count: () => Promise<number>;
}

/** @returns posts, newest first; null when this person may not see the room's timeline */
export async function listPosts(context: TimelineRequest, roomId: string, args: PostsArgs): Promise<PostList | null> {
  const page = pageOf(context, roomId, args);
  if (!isId(roomId)) return null;
  const conditions = conditionsOf(requirePerson(context), args.filter ?? {});
  // Behind a cursor for the stream that the same request takes: what the page holds is then never older.
  await nextInLine();
  const rows = await readPage(context, roomId, conditions, page.bounds);
  // What was found came with its right; an empty page may be that of a room which is not there.
  if (rows.length === 0 && !(await seeRoom(context, roomId))) return null;
  const connection = toConnection({
    seal: context.cursors,
    kind: page.kind,
    rows,
    size: page.size,
    continued: page.continued,
    reversed: page.bounds.ascending,
    position: ({ seq }) => [seq],
  });
  return { ...connection, count: () => context.read((tx) => countPosts(tx, roomId, conditions)) };
}

const readPage = (context: TimelineRequest, roomId: string, conditions: PostConditions, bounds: PageBounds): Promise<PostRow[]> =>
  look(context, async (tx) => {
    const found = (await findPage(tx, roomId, conditions, bounds)).flatMap((row) => seePost(context, row) ?? []);
    return { value: found, rooms: found };
  });

/** After the loaders that were asked before: one transaction, in this order. */
const nextInLine = (): Promise<void> => Promise.resolve().then(() => new Promise((resolve) => void process.nextTick(resolve)));

function pageOf({ cursors }: TimelineRequest, roomId: string, { first, after, last, before }: PostsArgs) {
  const kind = `posts ${roomId}`;
  const fromEnd = typeof last === 'number';
  if (fromEnd && typeof first === 'number') throw codedError('BAD_USER_INPUT');
  const size = requirePageSize(last ?? first ?? defaultSize);
  const below = openCursor(cursors, kind, after)?.[0] as number | undefined;
  const above = openCursor(cursors, kind, before)?.[0] as number | undefined;
  return { kind, size, continued: Boolean(fromEnd ? before : after), bounds: { below, above, ascending: fromEnd, limit: size + 1 } };
}

const digests = perRequest(
  (context) =>
    new DataLoader<string, RoomDigest | null>(async (ids) => {
      const { userId } = requirePerson(context);
      const rows = await context.read((tx) => findDigests(tx, ids, userId));
      return ids.map((id) => rows.find(({ roomId }) => roomId === id) ?? null);
    }),
);

/** @returns what stands out of the room; null when this person may not see it */
export async function digestOf(context: TimelineRequest, roomId: string): Promise<RoomDigest | null> {
  return (await seeRoom(context, roomId)) && digests(context).load(roomId);
}

export async function postOfDigest(
  context: TimelineRequest,
  roomId: string,
  which: 'lastPostId' | 'firstUnreadId',
): Promise<PostRow | null> {
  const id = (await digestOf(context, roomId))?.[which];
  return id ? getPost(context, id) : null;
}

/** Taken before anything else of the room is read in this request, so that a stream resumed from it misses nothing. */
export async function eventCursor(context: TimelineRequest, roomId: string): Promise<string | null> {
  const view = await seeRoom(context, roomId);
  return view && context.cursors.seal('roomEvent', [roomId, view.eventSeq]);
}
