/**
 * Telling by mail (R28), beside devices: a row waits from the transaction that raised the notification. A server that is down is asked
 * again until it is old news. Sent by a process that died before it could say so, it goes out again under the same Message-ID.
 */
import type { Job } from '@heya/service-common/jobs';
import type { Orm } from '@heya/service-common/orm';
import type { MailDoor } from '../access/index.ts';
import { linkOf } from '../notification/index.ts';
import { claimDeliveries, type DeliveryRow, settleDelivery, unsent, weigh } from '../push/index.ts';
import { deliverDigests, tidyUp } from './mail.digest.job.ts';
import { nextMailTry } from './mail.policy.ts';
import { noteRefusal } from './mail.repository.ts';
import { asService, leaseMs, openAddress, type Parts, stateOf } from './mail.sending.ts';
import { wordsOfNotification } from './mail.words.ts';

export const mailJob = 'mail';

export const mailJobs = (orm: Orm, mail: MailDoor | null): Job[] => [
  { name: mailJob, cron: '* * * * *', run: (now) => (mail ? deliverAll({ orm, mail }, now) : Promise.resolve(0)) },
  { name: 'mail-digest', cron: '*/5 * * * *', run: (now) => (mail ? deliverDigests({ orm, mail }, now) : Promise.resolve(0)) },
  { name: 'mail-tidy', cron: '20 3 * * *', run: (now) => asService(orm, (tx) => tidyUp(tx, now)) },
];

async function deliverAll(parts: Parts, now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await asService(parts.orm, (tx) => claimDeliveries(tx, 'MAIL', now, new Date(now.getTime() + leaseMs)));
    if (rows.length === 0) return count;
    await Promise.all(rows.map((row) => deliver(parts, row, now)));
    count += rows.length;
  }
}

async function deliver({ orm, mail }: Parts, row: DeliveryRow, now: Date): Promise<void> {
  const { kind, isOpen, next } = await weigh(orm, row, now);
  const undone = unsent(row, next);
  if (undone) return asService(orm, (tx) => settleDelivery(tx, row, undone));
  const address = await asService(orm, (tx) => openAddress(tx, mail, row.userId));
  const outcome = address
    ? await mail.send({
        id: row.id,
        to: address.to,
        ...wordsOfNotification(kind, row.importance, linkOf({ ...row, kind, isOpen }), mail.portal),
      })
    : undefined;
  await asService(orm, async (tx) => {
    if (address && outcome === 'REFUSED') await noteRefusal(tx, row.userId, address.sealed, now);
    const kept = { attempts: row.attempts, reached: row.reached, dueAt: nextMailTry(row.attempts, now) };
    await settleDelivery(tx, row, { ...kept, ...stateOf(outcome) });
  });
}
