import { describe, expect, it } from 'vitest';
import { firstUnread, fromStream, markReadUpTo, mergePosts, withChange, withPin, withReadCount, type RoomPost } from './posts.ts';

const post = (id: string, minute: number, extra: Partial<RoomPost> = {}): RoomPost => ({
  id,
  author: { id: 'nurse' },
  authorName: '看護師',
  authorProfessionLabel: null,
  authorFacilityName: null,
  kind: 'NOTE',
  audience: 'CARE_TEAM',
  importance: 'NORMAL',
  body: id,
  observedAt: '',
  editedAt: null,
  isPinned: false,
  acknowledgementRequested: false,
  spokenForName: null,
  parent: null,
  retraction: null,
  mentions: [],
  attachments: [],
  visit: null,
  ask: null,
  createdAt: `2026-11-22T05:${String(minute).padStart(2, '0')}:00Z`,
  version: 1,
  readSummary: { readCount: 0, audienceCount: 3, acknowledgedCount: 0 },
  vitals: null,
  wound: null,
  viewerHasRead: false,
  viewerHasAcknowledged: false,
  viewerCanEdit: false,
  viewerCanRetract: false,
  ...extra,
});
const ids = (posts: RoomPost[]) => posts.map(({ id }) => id);

describe('posts on screen', () => {
  it('stand newest first, each once, however they arrive', () => {
    const posts = mergePosts(mergePosts([post('a', 1), post('c', 3)], [post('b', 2)]), [post('b', 2), post('c', 3)]);
    expect(ids(posts)).toEqual(['c', 'b', 'a']);
  });

  it('keep the newer version and what was read', () => {
    const [merged] = mergePosts([post('a', 1, { version: 2, viewerHasRead: true, body: 'new' })], [post('a', 1, { body: 'old' })]);
    expect(merged).toMatchObject({ version: 2, body: 'new', viewerHasRead: true });
  });

  it("are read when they are one's own", () => {
    expect(fromStream(post('a', 1), 'nurse').viewerHasRead).toBe(true);
    expect(fromStream(post('a', 1), 'doctor').viewerHasRead).toBe(false);
  });

  it('are changed where they stand; one that is on no page on screen stays off it, and 了解 stays said', () => {
    const present = [post('a', 1, { viewerHasAcknowledged: true })];
    expect(withChange(present, post('b', 0, { version: 2 }))).toEqual(present);
    const [changed] = withChange(present, post('a', 1, { version: 2, body: 'mended' }));
    expect(changed).toMatchObject({ body: 'mended', viewerHasAcknowledged: true, viewerCanRetract: false });
  });

  it('are held at the top, newest pin first, until let go or retracted', () => {
    const pin = (id: string, extra: Partial<RoomPost> = {}) => post(id, 1, { isPinned: true, ...extra });
    const pinned = withPin(withPin([], pin('a')), pin('b'));
    expect(ids(pinned)).toEqual(['b', 'a']);
    expect(withPin(pinned, pin('a', { version: 2, body: 'mended' })).map(({ body }) => body)).toEqual(['b', 'mended']);
    expect(ids(withPin(pinned, pin('b', { isPinned: false })))).toEqual(['a']);
    expect(ids(withPin(pinned, pin('a', { retraction: { at: '', byName: '', reason: '' } })))).toEqual(['b']);
  });

  it('never count readers backwards; an answer that is asked for is seen by the reading', () => {
    const summary = (readCount: number) => ({ readCount, audienceCount: 3, acknowledgedCount: 0 });
    const none = { hasDeputy: false, escalationStep: null };
    const ask = {
      toUser: null,
      toGroup: 'NURSES' as const,
      dueAt: '',
      state: 'ASKED' as const,
      takenByName: null,
      doneAt: null,
      doneByName: null,
      ...none,
    };
    const present = [
      post('a', 1, { readSummary: summary(2), ask: { ...ask, viewerCanTake: true, viewerCanComplete: true, viewerCanNameDeputy: true } }),
    ];
    expect(withReadCount(present, { id: 'a', readSummary: summary(1), ask: null })[0]?.readSummary.readCount).toBe(2);
    const [seen] = withReadCount(present, { id: 'a', readSummary: summary(3), ask: { state: 'SEEN' } });
    expect(seen).toMatchObject({ readSummary: { readCount: 3 }, ask: { state: 'SEEN', viewerCanTake: true } });
  });

  it('are read up to one of them, and know the first unread', () => {
    const posts = mergePosts([], [post('a', 1), post('b', 2), post('c', 3)]);
    expect(firstUnread(posts)).toBe('a');
    expect(firstUnread(markReadUpTo(posts, 'b'))).toBe('c');
  });
});
