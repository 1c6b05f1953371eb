/** Each day's summary by mail: numbers alone, at the time its reader chose, and none when nothing is unread (R28). */
import { type Em, inViewer } from '@heya/service-common/orm';
import { tallyUnread } from '../notification/index.ts';
import { quietUntil, readerOf } from '../push/index.ts';
import { claimDigests, type DigestRow, type DigestSettled, forgetPast, raiseDigests, settleDigest } from './mail.digest.repository.ts';
import { inJapan, nextMailTry } from './mail.policy.ts';
import { noteRefusal } from './mail.repository.ts';
import { asService, leaseMs, openAddress, type Parts, stateOf } from './mail.sending.ts';
import { wordsOfDigest } from './mail.words.ts';

const dayMs = 24 * 3_600_000;

export async function deliverDigests({ orm, mail }: Parts, now: Date): Promise<number> {
  await asService(orm, (tx) => raiseDigests(tx, inJapan(now).day, now));
  let count = 0;
  for (;;) {
    const rows = await asService(orm, (tx) => claimDigests(tx, now, new Date(now.getTime() + leaseMs)));
    if (rows.length === 0) return count;
    await Promise.all(rows.map((row) => deliver({ orm, mail }, row, now)));
    count += rows.length;
  }
}

async function deliver({ orm, mail }: Parts, row: DigestRow, now: Date): Promise<void> {
  const settle = (settled: Pick<DigestSettled, 'state' | 'reason'> & Partial<DigestSettled>): Promise<void> =>
    asService(orm, (tx) => settleDigest(tx, row, { attempts: row.attempts, dueAt: now, ...settled }));
  // Yesterday's numbers are told by today's mail.
  if (row.day !== inJapan(now).day) return settle({ state: 'SKIPPED', reason: 'OLD' });
  const until = quietUntil(row, now);
  if (until) return settle({ state: 'QUEUED', reason: null, attempts: row.attempts - 1, dueAt: until });
  const unread = await inViewer(orm.em, readerOf(row.userId), tallyUnread);
  if (unread.count === 0) return settle({ state: 'SKIPPED', reason: 'READ' });
  const address = await asService(orm, (tx) => openAddress(tx, mail, row.userId));
  const id = `${row.day}.${row.userId}`;
  const outcome = address ? await mail.send({ id, to: address.to, ...wordsOfDigest(unread, mail.portal) }) : undefined;
  if (address && outcome === 'REFUSED') await asService(orm, (tx) => noteRefusal(tx, row.userId, address.sealed, now));
  await settle({ ...stateOf(outcome), dueAt: nextMailTry(row.attempts, now) });
}

/** Longer than codes are counted. */
const codesKeptMs = 2 * dayMs;
const digestsKeptMs = 90 * dayMs;

export const tidyUp = (tx: Em, now: Date): Promise<number> =>
  forgetPast(tx, new Date(now.getTime() - codesKeptMs), new Date(now.getTime() - digestsKeptMs));
