/** What the monthly proof of 在宅医療情報連携加算 looks at (infra/decisions/0033). Pure. */
import type { FeeProofScreenQuery } from '@heya/client/generated/graphql';
import { dayInJapan } from '#lib/format/dates.ts';

type Room = NonNullable<FeeProofScreenQuery['room']>;
export type Consents = Room['patient']['consents'];
type Consent = NonNullable<Consents>[number];
type Visit = NonNullable<Room['visits']>[number];

/** @returns the month that was asked for, or the present one in Japan */
export function monthFrom(asked: string | null, now: Date = new Date()): string {
  return asked && /^20\d{2}-(0[1-9]|1[0-2])$/u.test(asked) ? asked : dayInJapan(now).slice(0, 7);
}

/** First moments of the month and of the next one. */
function spanOf(month: string): [Date, Date] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const start = (monthIndex: number): Date => new Date(Date.UTC(year, monthIndex, 1) - 9 * 3_600_000);
  return [start(number - 1), start(number)];
}

/** Consents that held at any moment of the month. */
export function heldIn(consents: Consents, month: string): Consent[] {
  const [from, to] = spanOf(month);
  return (consents ?? []).filter(
    ({ signedAt, withdrawnAt, expiresOn }) =>
      signedAt &&
      new Date(signedAt) < to &&
      (!withdrawnAt || new Date(withdrawnAt) > from) &&
      (!expiresOn || new Date(`${expiresOn}T23:59:59+09:00`) > from),
  );
}

/** The day of the next visit, and in what the plan changed where it did. */
export const isWhole = ({ visit }: Visit): boolean => Boolean(visit?.nextVisitOn) && (!visit?.planChanged || Boolean(visit.planChange));
