/** How long a stretch of the record may be asked for. Pure. */
import { dayMs, endOfDayInJapan, startOfDayInJapan } from '../platform/index.ts';

/** One patient's record of a year at a time: what one request can answer. */
const longestDays = 366;
/** Of a whole district it is a month: hundreds of rooms write into it. Longer stretches are for `audit:verify`, or asked month by month. */
export const districtDays = 31;

/** @param from first day, `2026-11-22` @param to last day @returns undefined when that is no period of at most so many days */
export function periodOf(from: string, to: string, days: number = longestDays): { from: Date; to: Date } | undefined {
  const period = { from: startOfDayInJapan(from), to: endOfDayInJapan(to) };
  const length = period.to.getTime() - period.from.getTime();
  return length > 0 && length <= days * dayMs ? period : undefined;
}

/** @returns whether a search of everybody is of at most a month; without its end it goes up to now */
export function isShort(from: Date, to: Date): boolean {
  return to.getTime() - from.getTime() <= districtDays * dayMs;
}
