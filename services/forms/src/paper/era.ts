/** Days as Japanese forms write them. */

const eraDay = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/**
 * @param day ISO calendar day, e.g. `2026-11-22`
 * @returns e.g. `令和8年11月22日`
 * @throws RangeError when it is no day
 */
export function eraDate(day: string): string {
  return eraDay.format(new Date(`${day}T00:00:00Z`));
}

/** @returns the day by era, or the text as it is when it is no day */
export function writtenDay(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? eraDate(text) : text;
}

/** Room for a day written by hand. */
export const blankDate = '令和　　　　年　　　　月　　　　日';
/** The same for a birth date: the era is circled. */
export const blankBirthDate = '明治・大正・昭和・平成・令和　　　年　　　月　　　日';

/** @returns whole years on a day, both ISO calendar days */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
