/** When a device is told, and when not (R28). Pure. */
import type { Importance } from '../notification/index.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Japan keeps one time all year. */
const japanMs = 9 * 60 * minuteMs;
/** Whoever was out of reach for longer finds it in their list. */
const staleMs = 36 * 3_600_000;
export const mostAttempts = 6;

export interface QuietHours {
  /** HH:mm in Japan; both or neither. */
  from: string | null;
  to: string | null;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** @returns until when it is quiet, over midnight too; undefined while it is not */
export function quietUntil({ from, to }: QuietHours, now: Date): Date | undefined {
  if (from === null || to === null) return undefined;
  const minute = Math.floor((now.getTime() + japanMs) / minuteMs) % dayMinutes;
  const since = (minute - minutesOf(from) + dayMinutes) % dayMinutes;
  const length = (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes;
  if (since >= length) return undefined;
  return new Date(Math.floor(now.getTime() / minuteMs) * minuteMs + (length - since) * minuteMs);
}

export interface DeliveryFacts extends QuietHours {
  importance: Importance;
  createdAt: Date;
  isRead: boolean;
  /** They take part in the circle it was told to, and what it tells of still stands. */
  isTheirs: boolean;
  /** They want to be told on a device. */
  isWanted: boolean;
}

export type Step = { step: 'SEND' } | { step: 'SKIP'; reason: 'READ' | 'RIGHTS' | 'UNWANTED' | 'OLD' } | { step: 'HOLD'; until: Date };

export function nextStep(facts: DeliveryFacts, now: Date): Step {
  if (!facts.isTheirs) return { step: 'SKIP', reason: 'RIGHTS' };
  if (facts.isRead) return { step: 'SKIP', reason: 'READ' };
  if (!facts.isWanted) return { step: 'SKIP', reason: 'UNWANTED' };
  if (now.getTime() - facts.createdAt.getTime() > staleMs) return { step: 'SKIP', reason: 'OLD' };
  const until = facts.importance === 'URGENT' ? undefined : quietUntil(facts, now);
  return until ? { step: 'HOLD', until } : { step: 'SEND' };
}

/** @returns when it is tried again: half a minute, two minutes, eight… later */
export const nextTry = (attempts: number, now: Date): Date => new Date(now.getTime() + 30_000 * 4 ** (attempts - 1));
