/** What the benchmark and its load process say to each other. */

export type SocketOrder =
  | { type: 'open'; url: string; roomId: string; count: number; tokens: string[] }
  /** How many sockets have heard of this post? */
  | { type: 'heard'; postId: string }
  /** How many operations has the gateway ended? */
  | { type: 'ended' }
  /** Close everything and hand over what was noted. */
  | { type: 'collect' };

/** One socket's operation, at the shared clock (ms). */
export interface SocketRecord {
  /** The last frame of any kind: data, error or complete. */
  lastFrameAt: number;
  /** The last frame with data. */
  lastDataAt: number;
  isEnded: boolean;
}

export type SocketAnswer =
  | { type: 'opened' }
  | { type: 'counted'; count: number }
  | { type: 'collected'; sockets: SocketRecord[] }
  | { type: 'failed'; reason: string };
