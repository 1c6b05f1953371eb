/** Birth dates as people say them: an era and three numbers, or the western year. */

export const eras = ['REIWA', 'HEISEI', 'SHOWA', 'TAISHO', 'MEIJI', 'WESTERN'] as const;
export type Era = (typeof eras)[number];

/** First and last day of each era that anyone alive was born in; the last has no end yet. */
const spans: Record<Exclude<Era, 'WESTERN'>, { from: string; until: string }> = {
  REIWA: { from: '2019-05-01', until: '9999-12-31' },
  HEISEI: { from: '1989-01-08', until: '2019-04-30' },
  SHOWA: { from: '1926-12-25', until: '1989-01-07' },
  TAISHO: { from: '1912-07-30', until: '1926-12-24' },
  MEIJI: { from: '1868-01-25', until: '1912-07-29' },
};

export interface EraDate {
  era: Era;
  year: string;
  month: string;
  day: string;
}

export type EraProblem = 'MISSING' | 'NOT_A_DATE' | 'OUTSIDE_ERA' | 'FUTURE' | 'TOO_LONG_AGO';

/** The calendar date (YYYY-MM-DD), or why it is none. `today` in the same form. */
export function toIsoDate(entry: EraDate, today: string): { iso: string } | { problem: EraProblem } {
  const [year, month, day] = [entry.year, entry.month, entry.day].map(toNumber);
  if (year === undefined || month === undefined || day === undefined) return { problem: 'MISSING' };
  const iso = isoDate(westernYear(entry.era, year), month, day);
  if (!iso) return { problem: 'NOT_A_DATE' };
  if (entry.era !== 'WESTERN' && (iso < spans[entry.era].from || iso > spans[entry.era].until)) return { problem: 'OUTSIDE_ERA' };
  if (iso > today) return { problem: 'FUTURE' };
  return Number(today.slice(0, 4)) - Number(iso.slice(0, 4)) > 130 ? { problem: 'TOO_LONG_AGO' } : { iso };
}

/** Full-width digits count as digits, 元 as 1; anything else is nothing. */
function toNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '元') return 1;
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

function westernYear(era: Era, year: number): number {
  return era === 'WESTERN' ? year : Number(spans[era].from.slice(0, 4)) + year - 1;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}
