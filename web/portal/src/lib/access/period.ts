/** Spans of time the record can be narrowed to, counted in whole days of Japan. */
import { dayInJapan } from '#lib/format/dates.ts';

export const periods = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'ALL'] as const;
export type Period = (typeof periods)[number];

const days: Record<Exclude<Period, 'ALL'>, number> = { DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 90 };

/** @returns the first moment that belongs to it; null when everything does */
export function periodStart(period: Period, now: Date): string | null {
  if (period === 'ALL') return null;
  const midnight = new Date(`${dayInJapan(now)}T00:00:00+09:00`);
  return new Date(midnight.getTime() - (days[period] - 1) * 86_400_000).toISOString();
}

export function toPeriod(text: string | null): Period {
  return periods.find((period) => period === text) ?? 'ALL';
}
