/** Days are those of Japan, wherever the server stands. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** @returns the calendar day in Japan, `2026-11-24` */
export const dayInJapan = (at: Date): string => days.format(at);
