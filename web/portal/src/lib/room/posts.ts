/** The posts on screen, newest first; pure, so that a replay and a reload end in the same list (R26). */
import type { AskState, PostCardFragment, ViewerPostFragment } from '@heya/client/generated/graphql';

export type RoomPost = ViewerPostFragment;

/** Adds posts or takes over their newer version; what this reader has read stays read. */
export function mergePosts(present: readonly RoomPost[], arriving: readonly RoomPost[]): RoomPost[] {
  const byId = new Map(present.map((post) => [post.id, post]));
  for (const post of arriving) {
    const known = byId.get(post.id);
    if (known && known.version > post.version) continue;
    byId.set(post.id, {
      ...post,
      viewerHasRead: post.viewerHasRead || (known?.viewerHasRead ?? false),
      viewerHasAcknowledged: post.viewerHasAcknowledged || (known?.viewerHasAcknowledged ?? false),
    });
  }
  return [...byId.values()].sort(newestFirst);
}

/** How long a text may be mended; the server decides. */
const editMs = 86_400_000;

/** A post off the shared stream says nothing about its reader: one's own is read and may be changed, another's is not read yet. */
export function fromStream(post: PostCardFragment, viewerId: string): RoomPost {
  const isOwn = post.author?.id === viewerId;
  const stands = isOwn && !post.retraction;
  const isFresh = Date.now() - Date.parse(post.createdAt) < editMs;
  const ask = post.ask && { ...post.ask, viewerCanTake: false, viewerCanComplete: false, viewerCanNameDeputy: stands };
  const vitals = post.vitals && { ...post.vitals, viewerCanCorrect: stands && post.vitals.isCurrent };
  return {
    ...post,
    ask,
    vitals,
    viewerHasRead: isOwn,
    viewerHasAcknowledged: false,
    viewerCanEdit: stands && isFresh,
    viewerCanRetract: stands,
  };
}

/** The same post as it is now; one that is not on screen stays off it. */
export function withChange(posts: readonly RoomPost[], changed: RoomPost): RoomPost[] {
  return posts.some(({ id }) => id === changed.id) ? mergePosts(posts, [changed]) : [...posts];
}

/** Posts at the top, newest pin first; what was let go or retracted leaves. */
export function withPin(pinned: readonly RoomPost[], changed: RoomPost): RoomPost[] {
  const known = pinned.find(({ id }) => id === changed.id);
  const others = pinned.filter(({ id }) => id !== changed.id);
  if (!changed.isPinned || changed.retraction) return others;
  if (!known) return [changed, ...others];
  const [merged = changed] = mergePosts([known], [changed]);
  return pinned.map((post) => (post.id === changed.id ? merged : post));
}

/** What is told of a post that somebody has read, or said 了解 to. */
export type ReadPost = Pick<RoomPost, 'id' | 'readSummary'> & { ask: { state: AskState } | null };

/** Counts only grow; an older count that arrives late is dropped. An answer that is asked for is seen by the reading. */
export function withReadCount(posts: readonly RoomPost[], { id, readSummary, ask }: ReadPost): RoomPost[] {
  const count = (summary: RoomPost['readSummary']): number => summary.readCount + summary.acknowledgedCount;
  return posts.map((post) =>
    post.id === id && count(readSummary) >= count(post.readSummary)
      ? { ...post, readSummary, ask: post.ask && ask ? { ...post.ask, state: ask.state } : post.ask }
      : post,
  );
}

/** Everything up to this post, as `roomMarkRead` has it. */
export function markReadUpTo(posts: readonly RoomPost[], id: string): RoomPost[] {
  const index = posts.findIndex((post) => post.id === id);
  return index < 0 ? [...posts] : posts.map((post, at) => (at >= index ? { ...post, viewerHasRead: true } : post));
}

/** The oldest post not yet read: the line 「ここから未読」 goes under it. */
export function firstUnread(posts: readonly RoomPost[]): string | undefined {
  return posts.findLast((post) => !post.viewerHasRead)?.id;
}

function newestFirst(a: RoomPost, b: RoomPost): number {
  return b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);
}
