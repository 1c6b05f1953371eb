/** Numbers of applications and rooms. Pure. */

/** @returns e.g. `K41-20261122-0007`: form, day in Japan, count of that day in the district */
export function receiptNumber(day: string, count: number): string {
  return `K41-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
}

/** @returns e.g. `K-0123`, easy to say on the telephone */
export const roomNumber = (count: number): string => `K-${String(count).padStart(4, '0')}`;
