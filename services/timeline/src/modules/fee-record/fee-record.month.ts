/** Spans of a calendar month in Japan. Pure. */
import { codedError } from '@heya/service-common/errors';

const pattern = /^(20\d{2})-(0[1-9]|1[0-2])$/u;
const offsetMs = 9 * 3_600_000;
const recordsMs = 90 * 86_400_000;

export interface MonthSpan {
  from: Date;
  /** Before this moment. */
  to: Date;
  /** The ninety days up to the end of the month. */
  recordsFrom: Date;
}

/** @throws BAD_USER_INPUT for anything but `YYYY-MM` of this century */
export function monthSpan(month: string): MonthSpan {
  const [, year = '', number = ''] = pattern.exec(month) ?? [];
  if (!year) throw codedError('BAD_USER_INPUT');
  const start = (monthIndex: number): Date => new Date(Date.UTC(Number(year), monthIndex, 1) - offsetMs);
  const to = start(Number(number));
  return { from: start(Number(number) - 1), to, recordsFrom: new Date(to.getTime() - recordsMs) };
}
