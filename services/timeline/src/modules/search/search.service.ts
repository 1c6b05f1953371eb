/** Searching one's own rooms (R27): audience, consent and retraction hold in what is found, in how much, and in the pieces that are shown. */
import { codedError } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import type { Em } from '@heya/service-common/orm';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { requirePerson, recordSearch, seeRoom, timelineClass, type TimelineRequest } from '../access/index.ts';
import { conditionsOf, findPosts, type PostFilter, type PostRow, seePost } from '../post/index.ts';
import { type Highlight, highlightsOf, wordsOf } from './search.policy.ts';
import { findHits, type HitPlace, type Wanted } from './search.repository.ts';

export interface SearchArgs {
  query: string;
  filter?: PostFilter | null;
  first?: number | null;
  after?: string | null;
}

/** A post, its place in this list and the pieces of it with the words. */
interface Hit extends HitPlace {
  post: PostRow;
  highlights: Highlight[];
}

export interface SearchPage extends Omit<Connection<PostRow>, 'edges'> {
  edges: { cursor: string; node: PostRow; highlights: Highlight[] }[];
}

const kind = 'search';

/** @throws BAD_USER_INPUT for a query without a word that can be looked for, and for a cursor that is none */
export async function searchPosts(context: TimelineRequest, { query, filter, first, after }: SearchArgs): Promise<SearchPage> {
  const conditions = conditionsOf(requirePerson(context), filter ?? {});
  const size = requirePageSize(first ?? 20);
  const place = placeOf(openCursor(context.cursors, kind, after));
  const words = wordsOf(query);
  if (!words) throw codedError('BAD_USER_INPUT', '2文字以上の言葉か、漢字1文字を入れてください / Give a word of two characters or more');
  const isOpen = !conditions.roomId || (await seeRoom(context, conditions.roomId)) !== null;
  const hits = isOpen ? await context.read((tx) => readHits(tx, context, { words, conditions, after: place, limit: size + 1 })) : [];
  return toPage(context, hits, { size, continued: place !== undefined });
}

const placeOf = (position: readonly (string | number)[] | undefined): HitPlace | undefined =>
  position && { foundAt: Number(position[0]), id: String(position[1]) };

/** Found by the index, then read as any post is; what was retracted in between is none. */
async function readHits(tx: Em, context: TimelineRequest, wanted: Wanted): Promise<Hit[]> {
  const places = await findHits(tx, wanted);
  const rows =
    places.length > 0
      ? await findPosts(
          tx,
          places.map(({ id }) => id),
        )
      : [];
  const posts = new Map(rows.flatMap((row) => seePost(context, row) ?? []).map((post) => [post.id, post]));
  recordSearch(context, [...posts.values()]);
  return places.flatMap((place) => {
    const post = posts.get(place.id);
    if (!post || post.retractedAt) return [];
    const highlights = highlightsOf(post.body ?? '', wanted.words).map((each) => grant(each, [timelineClass]));
    return [{ ...place, post, highlights }];
  });
}

/** All that there is can be told when it fits on the first page. */
function toPage(context: TimelineRequest, rows: readonly Hit[], { size, continued }: { size: number; continued: boolean }): SearchPage {
  const { edges, nodes, pageInfo, totalCount } = toConnection({
    seal: context.cursors,
    kind,
    rows,
    size,
    continued,
    totalCount: !continued && rows.length <= size ? rows.length : null,
    position: ({ foundAt, id }) => [foundAt, id],
  });
  const hits = edges.map((edge) => ({ cursor: edge.cursor, node: edge.node.post, highlights: edge.node.highlights }));
  return { edges: hits, nodes: nodes.map(({ post }) => post), pageInfo, totalCount };
}
