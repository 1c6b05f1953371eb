/** Working days of Japan: by when the center has promised to answer (R12). Pure. */
import holidayJp from '@holiday-jp/holiday_jp';

/** The guide's about two weeks. */
const promiseDays = 10;

/** Offices of the administration are closed from 29 December to 3 January (行政機関の休日に関する法律1条). */
const isYearEnd = (day: string): boolean => /-12-(?:29|30|31)$|-01-0[123]$/.test(day);

/** @param day calendar day in Japan, `2026-11-24` */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !Object.hasOwn(holidayJp.holidays, day) && !isYearEnd(day);
}

/** @param openedOn calendar day in Japan @returns the calendar day so many working days later */
export function dueOn(openedOn: string, days = promiseDays): string {
  const day = new Date(`${openedOn}T00:00:00Z`);
  for (let left = days; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (isWorkingDay(day.toISOString().slice(0, 10))) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
