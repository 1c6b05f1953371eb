/** Records of some days as columns of a sheet, a day each, as it is in Japan. Pure. */
import type { Measurement } from '#lib/format/vitals.ts';
import { dayInJapan } from '#lib/format/dates.ts';

/** What a sheet takes of a record. */
export interface SheetRecord {
  id: string;
  takenAt: string;
  takenByName: string;
  measurements: readonly Measurement[];
  meals?: readonly { slot: string; main: number; side: number }[];
  medicines?: readonly { slot: string; outcome: string }[];
  stool?: { bristol: number; count: number; blood: boolean } | null;
  sleepHours?: number | null;
  bath?: string | null;
  fall?: boolean | null;
  /** Neither corrected nor taken back: what is, counts no longer. */
  isCurrent?: boolean;
}

export interface DayColumn {
  /** YYYY-MM-DD. */
  day: string;
  /** Oldest first; those that were corrected or taken back are left out. */
  records: SheetRecord[];
}

const dayMs = 86_400_000;
const noon = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

/** @param last the newest day @param count how many days end with it */
export function columnsOf(records: readonly SheetRecord[], last: string, count: number): DayColumn[] {
  const standing = records.filter(({ isCurrent = true }) => isCurrent).sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  const days = Array.from({ length: count }, (_, index) => dayInJapan(new Date(noon(last).getTime() - (count - 1 - index) * dayMs)));
  return days.map((day) => ({ day, records: standing.filter(({ takenAt }) => dayInJapan(new Date(takenAt)) === day) }));
}

export interface Month {
  /** YYYY-MM. */
  name: string;
  /** Midnight in Japan of its first day, and of the one after its last. */
  from: Date;
  to: Date;
  days: number;
  last: string;
  before: string;
  /** Absent for the month that is not over. */
  after: string | null;
}

/** The month asked for, or this one when the text is none or lies ahead. */
export function monthOf(text: string | null, now: Date): Month {
  const current = dayInJapan(now).slice(0, 7);
  const name = /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '') && (text ?? '') <= current ? (text ?? current) : current;
  const from = new Date(`${name}-01T00:00:00+09:00`);
  const next = neighbour(name, 1);
  const to = new Date(`${next}-01T00:00:00+09:00`);
  const days = Math.round((to.getTime() - from.getTime()) / dayMs);
  return { name, from, to, days, last: `${name}-${days}`, before: neighbour(name, -1), after: next > current ? null : next };
}

function neighbour(name: string, step: number): string {
  const [year = 0, month = 0] = name.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7);
}
