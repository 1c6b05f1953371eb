/** A calendar month in Japan, `2026-11`. Pure. */
import { codedError } from './errors.ts';

export interface MonthSpan {
  from: Date;
  /** Before this moment. */
  to: Date;
}

const pattern = /^(20\d{2})-(0[1-9]|1[0-2])$/u;

/** @throws BAD_USER_INPUT for anything but `YYYY-MM` of this century */
export function monthSpan(month: string): MonthSpan {
  const [, year = '', number = ''] = pattern.exec(month) ?? [];
  if (!year) throw codedError('BAD_USER_INPUT');
  const start = (y: number, m: number): Date => new Date(Date.UTC(y, m, 1) - 9 * 3_600_000);
  return { from: start(Number(year), Number(number) - 1), to: start(Number(year), Number(number)) };
}
