/** What the others are told of posts: ids and the audience, never a word of them (R34). */
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import type { StoredPost } from './post.repository.ts';

/** The stream a room's events are counted along; posts take their order from it. */
export const roomStream = (roomId: string): string => `room:${roomId}`;

export const emitPostCreated = (tx: Em, { id, roomId, audience, seq }: StoredPost): Promise<void> =>
  emit(tx, 'timeline.postCreated', { stream: roomStream(roomId), seq }, { postId: id, roomId, audience });

/** An answer is owed, or no longer: for those who count what is open in a room. */
export const emitAskStanding = (tx: Em, { id, roomId }: Pick<StoredPost, 'id' | 'roomId'>, isOpen: boolean): Promise<void> =>
  emit(tx, 'timeline.askStanding', `ask:${id}`, { postId: id, roomId, isOpen });

/** Corrected, retracted, held at the top or let go: whoever shows it reads it again. */
export const emitPostChanged = (tx: Em, { id, roomId, audience }: Pick<StoredPost, 'id' | 'roomId' | 'audience'>): Promise<void> =>
  emit(tx, 'timeline.postChanged', roomStream(roomId), { postId: id, roomId, audience });
