/** What was answered to a post (R22): under the post that began the exchange, oldest first. */
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { perRequest, type TimelineRequest } from '../access/index.ts';
import { getPost, type PostRow } from '../post/index.ts';
import { countReplies, findReplies } from './reply.repository.ts';

type Answered = Pick<PostRow, 'id' | 'parentId'>;

const counts = perRequest(
  (context) =>
    new DataLoader<string, number>(async (ids) => {
      const found = await context.read((tx) => countReplies(tx, ids));
      return ids.map((id) => found.get(id) ?? 0);
    }),
);

/** A reply has none: what answers it hangs where it hangs itself. */
export const replyCount = async (context: TimelineRequest, { id, parentId }: Answered): Promise<number> =>
  parentId ? 0 : counts(context).load(id);

interface ReplyQuery {
  postId: string;
  /** One more than the page holds. */
  limit: number;
  after: number;
}

const replies = perRequest(
  (context) =>
    new DataLoader<ReplyQuery, string[], string>(
      async (queries) => {
        // Posts of one page ask alike, so a page is one statement.
        const groups = Map.groupBy(queries, ({ limit, after }) => `${limit} ${after}`);
        const found = await context.read(async (tx) => {
          const rows = [];
          for (const group of groups.values()) {
            const [{ limit, after }] = group as [ReplyQuery];
            const ids = group.map(({ postId }) => postId);
            rows.push(...(await findReplies(tx, ids, after, limit)));
          }
          return Map.groupBy(rows, ({ postId }) => postId);
        });
        return queries.map(({ postId }) => (found.get(postId) ?? []).map(({ id }) => id));
      },
      { cacheKeyFn: ({ postId, limit, after }) => `${postId} ${limit} ${after}` },
    ),
);

export interface ReplyList extends Connection<PostRow> {
  count: () => Promise<number>;
}

/** A cursor belongs to the list of one post. */
const listOf = (postId: string): string => `replies ${postId}`;

export async function listReplies(context: TimelineRequest, post: Answered, first: number, after: string | null): Promise<ReplyList> {
  const [size, kind] = [requirePageSize(first), listOf(post.id)];
  const [place = 0] = (openCursor(context.cursors, kind, after) ?? []) as number[];
  const ids = post.parentId ? [] : await replies(context).load({ postId: post.id, limit: size + 1, after: place });
  const rows = (await Promise.all(ids.map((id) => getPost(context, id)))).filter((row) => row !== null);
  const connection = toConnection({ seal: context.cursors, kind, rows, size, continued: after !== null, position: ({ seq }) => [seq] });
  return { ...connection, count: () => replyCount(context, post) };
}
