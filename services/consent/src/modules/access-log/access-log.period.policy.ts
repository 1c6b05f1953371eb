/** Days of Japan as moments. Pure. */

const dayMs = 24 * 60 * 60_000;
const japanAheadMs = 9 * 60 * 60_000;
/** The record of a year at a time: what one request can answer. */
const longestDays = 366;

/** @param from first day, `2026-11-22` @param to last day @returns undefined when that is no period of at most a year */
export function periodOf(from: string, to: string): { from: Date; to: Date } | undefined {
  const [first, last] = [startOf(from), startOf(to)];
  if (!(last >= first) || last - first >= longestDays * dayMs) return undefined;
  return { from: new Date(first), to: new Date(last + dayMs) };
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - japanAheadMs;
