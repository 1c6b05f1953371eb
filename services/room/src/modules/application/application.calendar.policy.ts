/** Numbers of applications and rooms. Pure. */

import type { RoomForm } from './application.entity.ts';

/** What a receipt number of the form begins with. */
export const receiptSeries = { FORM_4_1: 'K41', FORM_4_2: 'K42', FORM_4_3: 'K43' } as const satisfies Record<RoomForm, string>;

/** @returns e.g. `K41-20261122-0007`: form, day in Japan, count of that day in the district */
export function receiptNumber(form: RoomForm, day: string, count: number): string {
  return `${receiptSeries[form]}-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
}

/** @returns e.g. `K-0123`, easy to say on the telephone */
export const roomNumber = (count: number): string => `K-${String(count).padStart(4, '0')}`;
