/** Numbers and days of an application. Pure. */

/** @returns e.g. `K41-20261122-0007`: form, day in Japan, count of that day in the district */
export function receiptNumber(day: string, count: number): string {
  return `K41-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
}

/** @returns e.g. `K-0123`, easy to say on the telephone */
export const roomNumber = (count: number): string => `K-${String(count).padStart(4, '0')}`;

/** @returns the day so many days later */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
