/** What a reader can do with a post on screen. */
import type { RoomPost } from './posts.ts';

export interface PostActs {
  /** Of the care team: pins for everybody. */
  canPin: boolean;
  acknowledge(id: string): Promise<void>;
  /** Of an answer that is owed. */
  take(id: string): Promise<void>;
  complete(id: string): Promise<void>;
  /** Opens what is done about an answer that does not come; absent where that is shown already. */
  pursue?: (id: string) => void;
  /** Absent where nothing can be written. */
  reply?: (post: RoomPost) => void;
  /** Opens what else can be done with it. */
  open(post: RoomPost): void;
}

/** Who has read a post, who has said 了解, and when it was told again. */
export interface Reading {
  id: string;
  readers: readonly { userName: string; readAt: string }[];
  acknowledged: readonly { userName: string; at: string }[];
  reminders: readonly { id: string; byName: string; waitingCount: number; at: string }[];
  canRemind: boolean;
}
