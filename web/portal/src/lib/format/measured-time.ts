/** When a value was measured, entered as a time of day in Japan. */
import { dayInJapan } from './dates.ts';

const dayMs = 86_400_000;
const japanMs = 9 * 3_600_000;

/** 14:05; empty for nothing. */
export function clockInJapan(iso: string): string {
  return iso ? new Date(new Date(iso).getTime() + japanMs).toISOString().slice(11, 16) : '';
}

/** @returns the last moment at which a clock in Japan showed this; null when no clock does */
export function fromClock(clock: string, now: Date): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return null;
  const at = new Date(`${dayInJapan(now)}T${clock}:00+09:00`).getTime();
  return new Date(at > now.getTime() ? at - dayMs : at).toISOString();
}
