/** Who tells a post again, and how often (R22). Pure. */

/** Once an hour: whoever is told every few minutes stops listening. */
export const pauseMinutes = 60;

export interface Reminding {
  isAuthor: boolean;
  isSteward: boolean;
  /** Whether the viewer may write in the room now. */
  isWritable: boolean;
  retractedAt: Date | null;
  /** Who has not said 了解, or has not read it where none is asked for. */
  waitingCount: number;
  lastAt: Date | null;
}

export type ReminderRefusal = 'FORBIDDEN' | 'ROOM_CLOSED' | 'RETRACTED' | 'NOBODY' | 'TOO_SOON';

/** @returns why it is not told again now, or undefined */
export function reminderRefusal(post: Reminding, now: Date): ReminderRefusal | undefined {
  if (!post.isAuthor && !post.isSteward) return 'FORBIDDEN';
  if (!post.isWritable) return 'ROOM_CLOSED';
  if (post.retractedAt) return 'RETRACTED';
  if (post.waitingCount === 0) return 'NOBODY';
  return minutesLeft(post, now) > 0 ? 'TOO_SOON' : undefined;
}

/** @returns minutes until it may be told again, 0 when it may */
export const minutesLeft = ({ lastAt }: Pick<Reminding, 'lastAt'>, now: Date): number =>
  lastAt ? Math.max(0, Math.ceil(pauseMinutes - (now.getTime() - lastAt.getTime()) / 60_000)) : 0;
