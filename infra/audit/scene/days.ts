/** Calendar days where the center is. */
const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** @returns `2026-11-23`, so many days from today */
export const dayInJapan = (days = 0): string => inJapan.format(new Date(Date.now() + days * 86_400_000));
