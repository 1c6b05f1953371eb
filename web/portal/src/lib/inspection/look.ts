/** The center's looks into a room, as time goes by (R18). Pure. */
import type { LookFragment } from '@heya/client/generated/graphql';

/** The look that runs at this moment, if any: it ends by itself, without any message. It began when the server said so, whatever this clock shows. */
export function runningLook(looks: readonly LookFragment[], now: number): LookFragment | undefined {
  return looks.find((look) => look.endedAt === null && Date.parse(look.expiresAt) > now);
}

/** Whole minutes, the last one counted until it is over. */
export function minutesLeft(look: Pick<LookFragment, 'expiresAt'>, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(look.expiresAt) - now) / 60_000));
}

/** When a look that is over was over. */
export function lookEnd(look: LookFragment): string {
  return look.endedAt ?? look.expiresAt;
}
