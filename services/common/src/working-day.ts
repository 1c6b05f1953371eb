/** By when an office in Japan has promised to answer (R12): so many calendar days, and never on a day on which nobody is there. Pure. */
import holidayJp from '@holiday-jp/holiday_jp';

/** Offices of the administration are closed from 29 December to 3 January (行政機関の休日に関する法律1条). */
const isYearEnd = (day: string): boolean => /-12-(?:29|30|31)$|-01-0[123]$/.test(day);

/** @param day calendar day in Japan, `2026-11-24` */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !Object.hasOwn(holidayJp.holidays, day) && !isYearEnd(day);
}

/** @param openedOn calendar day in Japan @param days calendar days @returns that day, or the first working day after it */
export function dueOn(openedOn: string, days: number): string {
  const day = new Date(`${openedOn}T00:00:00Z`);
  const text = (): string => day.toISOString().slice(0, 10);
  day.setUTCDate(day.getUTCDate() + days);
  while (!isWorkingDay(text())) day.setUTCDate(day.getUTCDate() + 1);
  return text();
}
