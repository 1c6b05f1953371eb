/** What the benchmark and its load process say to each other. */

export type LoadOrder =
  | { type: 'open'; url: string; roomId: string; count: number; tokens: string[] }
  /** How many subscribers have this post? */
  | { type: 'count'; postId: string }
  /** Close everything and hand over what was noted. */
  | { type: 'collect' };

export type LoadAnswer =
  | { type: 'opened' }
  | { type: 'counted'; count: number }
  | { type: 'arrived'; arrivals: Record<string, number[]> }
  | { type: 'failed'; reason: string };
