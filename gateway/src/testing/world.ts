/** A small Heya in memory: what the fake subgraphs know, and what they were asked. */
import { newId } from '@heya/service-common/id';
import type { Viewer } from '@heya/service-common/viewer';

export type Audience = 'CARE_TEAM' | 'EVERYONE';

export interface FakePost {
  id: string;
  roomId: string;
  audience: Audience;
  body: string;
  authorId: string;
}

export interface FakeRoom {
  id: string;
  patientId: string;
  epoch: number;
  hasConsent: boolean;
  /** userId → the widest circle whose posts the member sees */
  members: Map<string, Audience>;
  /** When everybody's right ends by itself (ms since 1970). */
  validUntil: number | undefined;
}

export class World {
  readonly posts = new Map<string, FakePost>();
  readonly rooms = new Map<string, FakeRoom>();
  /** Notifications: whose, and of which post. */
  readonly notifications = new Map<string, { userId: string; postId: string }>();
  /** How often each post was fetched as an entity, and as whom. */
  readonly reads: { postId: string; viewer: Viewer }[] = [];
  /** Grants asked: who, about what, from which bus position on. */
  readonly grants: { userId: string; subject: string; notBefore: number }[] = [];
  /** Subgraphs that answer SERVICE_UNAVAILABLE at the moment. */
  readonly down = new Set<string>();
  /** Called before a grant is answered, to put something in between. */
  beforeGrant: () => Promise<void> = () => Promise.resolve();

  /** What time the services believe it is. */
  clock: () => number = Date.now;

  addRoom(members: Record<string, Audience>): FakeRoom {
    const rights = { epoch: 1, hasConsent: true, members: new Map(Object.entries(members)), validUntil: undefined };
    const room: FakeRoom = { id: newId(), patientId: newId(), ...rights };
    this.rooms.set(room.id, room);
    return room;
  }

  addPost(room: FakeRoom, audience: Audience, body: string): FakePost {
    const post: FakePost = { id: newId(), roomId: room.id, audience, body, authorId: newId() };
    this.posts.set(post.id, post);
    return post;
  }

  /** What timeline would answer: membership ∧ consent ∧ audience, or the class of a shared channel. */
  visiblePost(postId: string, viewer: Viewer): FakePost | null {
    const post = this.posts.get(postId);
    const room = post && this.rooms.get(post.roomId);
    if (!post || !room || !this.#isConsented(room)) return null;
    return covers(this.#audienceOf(room, viewer), post.audience) ? post : null;
  }

  /** What a person was told, with as much of it as they may see now. */
  visibleNotification(id: string, viewer: Viewer): { id: string; summary: string | null } | null {
    const told = this.notifications.get(id);
    if (!told || viewer.type !== 'person' || viewer.userId !== told.userId) return null;
    return { id, summary: this.visiblePost(told.postId, viewer)?.body ?? null };
  }

  /** Whose consents decide what a person is told. */
  async personalGrant(
    notBefore: number | null | undefined,
    viewer: Viewer,
  ): Promise<{ audience: null; epoch: number; validUntil: null; patientIds: string[] } | null> {
    if (viewer.type !== 'person') return null;
    this.grants.push({ userId: viewer.userId, subject: viewer.userId, notBefore: notBefore ?? 0 });
    await this.beforeGrant();
    const own = [...this.rooms.values()].filter((room) => room.members.has(viewer.userId));
    return { audience: null, epoch: 0, validUntil: null, patientIds: own.map(({ patientId }) => patientId) };
  }

  async grant(
    subject: string,
    notBefore: number | null | undefined,
    viewer: Viewer,
  ): Promise<{ audience: Audience | null; epoch: number; validUntil: string | null } | null> {
    if (viewer.type !== 'person') return null;
    this.grants.push({ userId: viewer.userId, subject, notBefore: notBefore ?? 0 });
    await this.beforeGrant();
    const room = this.rooms.get(subject) ?? [...this.rooms.values()].find(({ patientId }) => patientId === subject);
    const audience = room?.members.get(viewer.userId);
    if (!room || !audience || !this.#isConsented(room)) return null;
    return { audience, epoch: room.epoch, validUntil: room.validUntil === undefined ? null : new Date(room.validUntil).toISOString() };
  }

  #isConsented({ hasConsent, validUntil = Number.POSITIVE_INFINITY }: FakeRoom): boolean {
    return hasConsent && this.clock() < validUntil;
  }

  #audienceOf(room: FakeRoom, viewer: Viewer): Audience | undefined {
    if (viewer.type === 'channel') return viewer.roomId === room.id && viewer.epoch === room.epoch ? viewer.audience : undefined;
    return viewer.type === 'person' ? room.members.get(viewer.userId) : undefined;
  }
}

function covers(seen: Audience | undefined, audience: Audience): boolean {
  return seen === 'CARE_TEAM' || (seen === 'EVERYONE' && audience === 'EVERYONE');
}
