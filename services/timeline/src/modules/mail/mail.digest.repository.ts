/** Each day's summary, in the database: one a person and day. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { usualDigestAt } from '../notification/index.ts';

/** Who gets none in time, because nobody was there to send it, gets the next day's. */
const lateHours = 3;
const momentOf = `((?::date + (case when f.user_id is null then '${usualDigestAt}' else f.digest_at end)::time) at time zone 'Asia/Tokyo')`;

/** For whoever's time has come today. Who confirmed their address afterwards begins tomorrow. */
export async function raiseDigests(tx: Em, day: string, now: Date): Promise<void> {
  await planned(
    tx,
    `insert into mail_digest (user_id, day, due_at)
     select a.user_id, ?::date, ?::timestamptz from mail_address a left join notification_preference f on f.user_id = a.user_id
       cross join lateral (select ${momentOf} as at) moment
      where a.refused_at is null and moment.at <= ?::timestamptz and moment.at > ?::timestamptz - interval '${lateHours} hours'
        and a.confirmed_at <= moment.at
     on conflict do nothing`,
    [day, now, day, now, now],
  );
}

export interface DigestRow {
  userId: string;
  /** YYYY-MM-DD */
  day: string;
  attempts: number;
  from: string | null;
  to: string | null;
}

const atOnce = 20;

export function claimDigests(tx: Em, now: Date, again: Date): Promise<DigestRow[]> {
  return planned(
    tx,
    `with due as (
       select d.user_id, d.day from mail_digest d where d.state = 'QUEUED' and d.due_at <= ?::timestamptz
        order by d.due_at limit ${atOnce} for update skip locked),
     taken as (
       update mail_digest d set attempts = d.attempts + 1, due_at = ?::timestamptz from due
        where d.user_id = due.user_id and d.day = due.day returning d.*)
     select t.user_id as "userId", t.day::text as day, t.attempts, f.quiet_from as "from", f.quiet_to as "to"
       from taken t left join notification_preference f on f.user_id = t.user_id`,
    [now, again],
  );
}

export interface DigestSettled {
  state: 'QUEUED' | 'SENT' | 'FAILED' | 'SKIPPED';
  reason: string | null;
  attempts: number;
  dueAt: Date;
}

export async function settleDigest(tx: Em, { userId, day }: DigestRow, { state, reason, attempts, dueAt }: DigestSettled): Promise<void> {
  await planned(
    tx,
    `update mail_digest set state = ?, reason = ?, attempts = ?::int, due_at = ?::timestamptz,
            settled_at = case when ?::text = 'QUEUED' then null else clock_timestamp() end
      where user_id = ? and day = ?::date and state = 'QUEUED'`,
    [state, reason, attempts, dueAt, state, userId, day],
  );
}

/** Codes and summaries that are long past. */
export async function forgetPast(tx: Em, codesBefore: Date, digestsBefore: Date): Promise<number> {
  const codes = await planned(tx, 'delete from mail_code where created_at < ?::timestamptz returning 1', [codesBefore]);
  const digests = await planned(tx, `delete from mail_digest where due_at < ?::timestamptz and state <> 'QUEUED' returning 1`, [
    digestsBefore,
  ]);
  return codes.length + digests.length;
}
