/** Days of Japan as moments. Pure. */

const dayMs = 24 * 60 * 60_000;
const japanAheadMs = 9 * 60 * 60_000;
/** One patient's record of a year at a time: what one request can answer. */
const longestDays = 366;
/** Of a whole district it is a month: hundreds of rooms write into it. Longer stretches are for `audit:verify`, or asked month by month. */
export const districtDays = 31;

/** @param from first day, `2026-11-22` @param to last day @returns undefined when that is no period of at most so many days */
export function periodOf(from: string, to: string, days: number = longestDays): { from: Date; to: Date } | undefined {
  const [first, last] = [startOf(from), startOf(to)];
  if (!(last >= first) || last - first >= days * dayMs) return undefined;
  return { from: new Date(first), to: new Date(last + dayMs) };
}

/** @returns whether a search of everybody is of at most a month; without its end it goes up to now */
export function isShort(from: Date, to: Date): boolean {
  return to.getTime() - from.getTime() <= districtDays * dayMs;
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - japanAheadMs;
