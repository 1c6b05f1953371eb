/** A person's own address and codes, in the database. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';

export interface AddressRow {
  sealed: Buffer;
  refusedAt: Date | null;
  triedAt: Date | null;
}

export async function findAddress(tx: Em, userId: string): Promise<AddressRow | undefined> {
  const [row] = await planned<{ sealed: string; refusedAt: string | null; triedAt: string | null }>(
    tx,
    `select encode(a.sealed, 'base64') as sealed, a.refused_at as "refusedAt", a.tried_at as "triedAt" from mail_address a where a.user_id = ?`,
    [userId],
  );
  return row && { sealed: Buffer.from(row.sealed, 'base64'), refusedAt: toDate(row.refusedAt), triedAt: toDate(row.triedAt) };
}

/** Another address takes the place of the former. */
export async function saveAddress(tx: Em, userId: string, sealed: Buffer): Promise<void> {
  await planned(
    tx,
    `insert into mail_address (user_id, sealed) values (?, decode(?, 'base64'))
     on conflict (user_id) do update set sealed = excluded.sealed, confirmed_at = clock_timestamp(), refused_at = null, tried_at = null`,
    [userId, sealed.toString('base64')],
  );
}

export async function removeAddress(tx: Em, userId: string): Promise<void> {
  await planned(tx, 'delete from mail_address where user_id = ?', [userId]);
}

/** @param sealed of the address that was spoken to: one that was put in its place meanwhile is not touched */
export async function noteRefusal(tx: Em, userId: string, sealed: Buffer, at: Date | null): Promise<void> {
  await planned(tx, `update mail_address set refused_at = ?::timestamptz where user_id = ? and sealed = decode(?, 'base64')`, [
    at,
    userId,
    sealed.toString('base64'),
  ]);
}

export async function noteTrial(tx: Em, userId: string, at: Date): Promise<void> {
  await planned(tx, 'update mail_address set tried_at = ?::timestamptz where user_id = ?', [at, userId]);
}

/** Whoever asks twice at once waits for themselves. @returns when codes were sent to this person since */
export async function findSentCodes(tx: Em, userId: string, since: Date): Promise<Date[]> {
  await planned(tx, `select pg_advisory_xact_lock(hashtextextended('mail ' || ?::text, 0))`, [userId]);
  const rows = await planned<{ at: string }>(
    tx,
    'select c.created_at as at from mail_code c where c.user_id = ? and c.created_at > ?::timestamptz',
    [userId, since],
  );
  return rows.map(({ at }) => new Date(at));
}

export interface CodeRow {
  id: string;
  sealed: Buffer;
  hash: Buffer;
  tries: number;
}

/** Earlier codes hold no more. */
export async function insertCode(tx: Em, userId: string, { id, sealed, hash }: Omit<CodeRow, 'tries'>): Promise<void> {
  await endCodes(tx, userId);
  await planned(tx, `insert into mail_code (id, user_id, sealed, hash) values (?, ?, decode(?, 'base64'), decode(?, 'base64'))`, [
    id,
    userId,
    sealed.toString('base64'),
    hash.toString('base64'),
  ]);
}

export async function endCodes(tx: Em, userId: string): Promise<void> {
  await planned(tx, 'update mail_code set ended_at = clock_timestamp() where user_id = ? and ended_at is null', [userId]);
}

const opened = 'c.user_id = ? and c.ended_at is null and c.created_at > ?::timestamptz and c.tries < ?::int';
const columns = `c.id, encode(c.sealed, 'base64') as sealed, encode(c.hash, 'base64') as hash, c.tries`;
type Encoded = Record<'id' | 'sealed' | 'hash', string> & { tries: number };
const decoded = ({ sealed, hash, ...row }: Encoded): CodeRow => ({
  ...row,
  sealed: Buffer.from(sealed, 'base64'),
  hash: Buffer.from(hash, 'base64'),
});

interface Open {
  since: Date;
  mostTries: number;
}

/** @returns the code that is waited for */
export async function findCode(tx: Em, userId: string, { since, mostTries }: Open): Promise<CodeRow | undefined> {
  const rows = await planned<Encoded>(tx, `select ${columns} from mail_code c where ${opened}`, [userId, since, mostTries]);
  return rows.map(decoded)[0];
}

/** Counted before it is looked at, so that many at once are no more tries. */
export async function takeCode(tx: Em, userId: string, { since, mostTries }: Open): Promise<CodeRow | undefined> {
  const rows = await planned<Encoded>(tx, `update mail_code c set tries = c.tries + 1 where ${opened} returning ${columns}`, [
    userId,
    since,
    mostTries,
  ]);
  return rows.map(decoded)[0];
}
