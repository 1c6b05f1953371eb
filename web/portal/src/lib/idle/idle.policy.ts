/** How long a screen stays open that nobody touches (R6). The one place for these times; browser and server both keep to them. */

const minute = 60_000;

export const idleLimits = {
  /** Without input the screen is emptied and locked. */
  lockMs: 10 * minute,
  /** Without input the person is signed out, and what they had begun is removed. */
  signOutMs: 30 * minute,
  /** Whatever they do, after this they sign in again. */
  absoluteMs: 12 * 60 * minute,
  /** Input is told to the server no more often than this. */
  beatMs: minute,
} as const;

export type IdleStage = 'OPEN' | 'LOCKED' | 'OUT';

/** @param idleMs since the last input; a clock set back counts as no time */
export function stageAt(idleMs: number): IdleStage {
  if (idleMs >= idleLimits.signOutMs) return 'OUT';
  return idleMs >= idleLimits.lockMs ? 'LOCKED' : 'OPEN';
}

/** Milliseconds until the next stage begins; null when there is none. */
export function untilNextStage(idleMs: number): number | null {
  const stage = stageAt(idleMs);
  if (stage === 'OUT') return null;
  return (stage === 'OPEN' ? idleLimits.lockMs : idleLimits.signOutMs) - Math.max(0, idleMs);
}
