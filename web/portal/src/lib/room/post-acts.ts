/** What a reader can do with a post on screen. */
import type { RoomPost } from './posts.ts';

export interface PostActs {
  /** Of the care team: pins for everybody. */
  canPin: boolean;
  acknowledge(id: string): Promise<void>;
  /** Of an answer that is owed. */
  take(id: string): Promise<void>;
  complete(id: string): Promise<void>;
  /** Absent where nothing can be written. */
  reply?: (post: RoomPost) => void;
  /** Opens what else can be done with it. */
  open(post: RoomPost): void;
}

/** Who has read a post, and who has said 了解. */
export interface Reading {
  readers: readonly { userName: string; readAt: string }[];
  acknowledged: readonly { userName: string; at: string }[];
}
