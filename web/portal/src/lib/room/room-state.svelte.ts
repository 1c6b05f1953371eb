/** Everything one open room shows: the first answer, kept current by its streams, and emptied in one stroke. */
import type { PostCardFragment, RoomFrameQuery, RoomListItemFragment, RoomScreenQuery, UserKind } from '@heya/client/generated/graphql';
import type { Series } from '#lib/chart/series.ts';
import { mayAskWhoLooked } from './disclosure.ts';
import { fromStream, markReadUpTo, mergePosts, withChange, withPin, withReadCount, type ReadPost, type RoomPost } from './posts.ts';

type ScreenRoom = NonNullable<RoomScreenQuery['room']>;
export type RoomFrame = NonNullable<RoomFrameQuery['room']>;

export interface RoomViewer {
  id: string;
  kind: UserKind;
}

export interface Week {
  /** The moment at the right edge. */
  now: number;
  series: readonly Series[];
}

const noWeek: Week = { now: 0, series: [] };

/** Why the room is shut: a consent withdrawn, no longer a member, or the center's look is over. */
export type Closed = 'WITHDRAWN' | 'REMOVED' | 'LOOKED';

export class RoomState {
  readonly id: string;
  readonly viewerId: string;
  /** An officer of the center who looks in (R18): reads, writes nothing, follows no stream. */
  readonly isLook: boolean;
  frame = $state.raw<RoomFrame | null>(null);
  posts = $state.raw<RoomPost[]>([]);
  before = $state.raw<string | null>(null);
  unreadCount = $state(0);
  closed = $state<Closed | null>(null);
  /** Another consent holds than the one under which all this was read: none of it is kept, and another state takes this one's place. */
  stale = $state(false);
  /** The record of who looked stays open to some when the room is shut (R33). */
  mayAskWhoLooked = $state(false);
  /** The patient is spoken to as the one who decides. */
  isPatient = $state(false);
  /** 「ここから未読」 stays where it was when the room was opened. */
  unreadLine = $state<string | null>(null);
  /** Of the newest post with measured values or a wound that was told of, so that pages of values read them again (R26). */
  measured = $state('');
  /** The seven days behind the いま card. */
  week = $state.raw<Week>(noWeek);
  eventCursor: string | undefined;
  /** Of what `frame` holds, so that a change which could not be read is told again. */
  changeCursor: string | undefined;
  /** Of the consent under which all of the room was read. */
  consentCursor: string | undefined;
  /** As it came: the page holds the same object. */
  #answer: ScreenRoom | undefined;

  constructor(room: ScreenRoom, viewer: RoomViewer) {
    this.id = room.id;
    this.viewerId = viewer.id;
    this.isLook = viewer.kind === 'CENTER_OFFICER';
    this.load(room);
    this.unreadLine = room.firstUnreadPost?.id ?? null;
  }

  /** A whole fresh answer, at the start and after a gap in the stream. */
  load(room: ScreenRoom): void {
    this.#answer = room;
    this.setFrame(room);
    this.eventCursor = room.eventCursor ?? undefined;
    this.consentCursor = room.patient.consentCursor ?? undefined;
    this.posts = mergePosts(this.posts, room.posts?.nodes ?? []);
    this.before = room.posts?.pageInfo.hasPreviousPage ? (room.posts.pageInfo.startCursor ?? null) : null;
  }

  setFrame(room: RoomFrame): void {
    this.mayAskWhoLooked = mayAskWhoLooked(room);
    this.isPatient = room.viewerMembership?.role === 'PATIENT';
    if (room.consentState === 'WITHDRAWN') return this.close('WITHDRAWN');
    this.frame = room;
    this.changeCursor = room.changeCursor ?? undefined;
    this.unreadCount = room.unreadCount ?? 0;
    this.closed = null;
  }

  addOlder(posts: readonly RoomPost[], before: string | null): void {
    this.posts = mergePosts(this.posts, posts);
    this.before = before;
  }

  /** One's own post, after the server has it. */
  addOwn(post: RoomPost): void {
    this.posts = mergePosts(this.posts, [{ ...post, viewerHasRead: true }]);
  }

  receive(post: PostCardFragment): void {
    const isNew = post.author?.id !== this.viewerId && !this.posts.some(({ id }) => id === post.id);
    if (isNew) this.unreadCount += 1;
    this.posts = mergePosts(this.posts, [fromStream(post, this.viewerId)]);
    this.#noteValues(post);
  }

  /** Corrected, retracted or pinned by somebody. */
  change(post: PostCardFragment): void {
    const changed = fromStream(post, this.viewerId);
    this.posts = withChange(this.posts, changed);
    this.#setPinned((pinned) => withPin(pinned, changed));
    this.#noteValues(post);
  }

  /** What was asked for before another consent held, or the room was shut, comes too late. */
  showWeek(week: Week): void {
    if (!this.stale && !this.closed) this.week = week;
  }

  #noteValues({ id, version, vitals, wound }: PostCardFragment): void {
    if (vitals || wound) this.measured = `${id} ${version}`;
  }

  /** Changed by this reader, as the server answers. */
  take(post: RoomPost): void {
    this.posts = withChange(this.posts, post);
    this.#setPinned((pinned) => withPin(pinned, post));
  }

  #setPinned(change: (pinned: readonly RoomPost[]) => RoomPost[]): void {
    if (this.frame) this.frame = { ...this.frame, pinnedPosts: change(this.frame.pinnedPosts ?? []) };
  }

  countReaders(read: ReadPost): void {
    this.posts = withReadCount(this.posts, read);
    this.#setPinned((pinned) => withReadCount(pinned, read));
  }

  markRead(id: string, unreadCount: number | null): void {
    this.unreadCount = unreadCount ?? this.unreadCount;
    this.posts = markReadUpTo(this.posts, id);
  }

  /** The room's line in the list beside it, as current as the room itself. */
  asListItem(item: RoomListItemFragment): RoomListItemFragment {
    const [newest] = this.posts;
    if (this.stale) return { ...item, lastPost: null };
    if (!newest) return item;
    const excerpt = newest.body ?? item.lastPost?.excerpt ?? '';
    return {
      ...item,
      unreadCount: this.unreadCount,
      lastActivityAt: newest.createdAt,
      lastPost: { id: newest.id, authorName: newest.authorName, excerpt },
    };
  }

  /** What a changed consent may no longer cover leaves memory and screen, until the server has said what it covers (R9). */
  forget(): void {
    this.stale = true;
    this.#dropPosts();
    this.week = noWeek;
    if (this.#answer) Object.assign(this.#answer, { posts: null, pinnedPosts: null, patient: emptied(this.#answer.patient) });
    // The first frame is the answer itself.
    this.frame = this.frame && { ...this.frame, pinnedPosts: null, patient: emptied(this.frame.patient) };
  }

  /** Drops everything about the patient from memory and screen; what stays is the reason. */
  close(reason: Closed): void {
    this.closed = reason;
    this.frame = null;
    this.week = noWeek;
    this.#dropPosts();
  }

  #dropPosts(): void {
    this.posts = [];
    this.before = null;
    this.unreadLine = null;
  }
}

/** Who it is about is still known, by its id, and nothing else. */
function emptied<P extends { id: string }>(patient: P): P {
  return { ...patient, ...Object.fromEntries(Object.keys(patient).map((field) => [field, null])), id: patient.id };
}
