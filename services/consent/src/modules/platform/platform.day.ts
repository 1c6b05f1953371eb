/** Days of Japan as moments, and moments as days of Japan. Pure. */

export const dayMs = 24 * 60 * 60_000;
const japanAheadMs = 9 * 60 * 60_000;

/** @param day `2026-11-22` */
export const startOfDayInJapan = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - japanAheadMs);

/** The first moment that is no longer of the day. */
export const endOfDayInJapan = (day: string): Date => new Date(startOfDayInJapan(day).getTime() + dayMs);

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** @returns `2026-11-22` */
export const dayInJapan = (at: Date): string => days.format(at);
