/** Times are kept in UTC and shown as in Japan, whatever the device believes. */
import { getLocale } from '#paraglide/runtime.js';

const timeZone = 'Asia/Tokyo';

/** 11月22日 14:05; with the year when it is another one. */
export function dateTime(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const sameYear = yearIn(date) === yearIn(now);
  return format(date, { ...(sameYear ? {} : { year: 'numeric' }), month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** 14:05 */
export function clock(iso: string): string {
  return format(new Date(iso), { hour: '2-digit', minute: '2-digit' });
}

/** 11月22日 */
export function monthDay(iso: string): string {
  return format(new Date(iso), { month: 'short', day: 'numeric' });
}

/** 11/22, for the foot of a chart. */
export function shortDay(iso: string): string {
  const [, month, day] = dayInJapan(new Date(iso)).split('-').map(Number);
  return `${month}/${day}`;
}

/** 2026年11月22日, or 令和8年11月22日 in Japanese with the era. */
export function longDate(isoDate: string, options: { era?: boolean } = {}): string {
  const locale = getLocale();
  const calendar = options.era && locale === 'ja' ? 'ja-JP-u-ca-japanese' : locale;
  const noon = isoDate.length === 10 ? `${isoDate}T12:00:00+09:00` : isoDate;
  return new Intl.DateTimeFormat(calendar, { dateStyle: 'long', timeZone }).format(new Date(noon));
}

/** 2026年11月 */
export function longMonth(isoMonth: string): string {
  return format(new Date(`${isoMonth}-15T12:00:00+09:00`), { year: 'numeric', month: 'long' });
}

/** The calendar day in Japan, YYYY-MM-DD. */
export function dayInJapan(date: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(date);
}

function yearIn(date: Date): string {
  return dayInJapan(date).slice(0, 4);
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(getLocale(), { ...options, hourCycle: 'h23', timeZone }).format(date);
}
