/**
 * Telling devices (R28). A row waits for each notification from the transaction that raised it, so that nothing is forgotten; who sends
 * is a job, so that nobody who writes waits for a push service. Sent by a process that died before it could say so, it is sent again under
 * the same topic and shown once.
 */
import type { Job } from '@heya/service-common/jobs';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { PushDoor, PushOutcome } from '../access/index.ts';
import { linkOf, safeTitle } from '../notification/index.ts';
import { deliverer, unsent, weigh } from './push.delivery.ts';
import { claimDeliveries, type DeliveryRow, settleDelivery, type Settled } from './push.delivery.repository.ts';
import { mostAttempts, nextTry } from './push.policy.ts';
import { type DeviceRow, findDevices, forgetDevices } from './push.repository.ts';

export const pushJob = 'push';
/** Longer than telling all devices of one batch can take. */
const leaseMs = 5 * 60_000;

interface Parts {
  orm: Orm;
  push: PushDoor;
}

export const pushJobs = (orm: Orm, push: PushDoor | null): Job[] => [
  { name: pushJob, cron: '* * * * *', run: (now) => (push ? deliverAll({ orm, push }, now) : Promise.resolve(0)) },
];

async function deliverAll(parts: Parts, now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await asService(parts, (tx) => claimDeliveries(tx, 'PUSH', now, new Date(now.getTime() + leaseMs)));
    if (rows.length === 0) return count;
    await Promise.all(rows.map((row) => deliver(parts, row, now)));
    count += rows.length;
  }
}

async function deliver(parts: Parts, row: DeliveryRow, now: Date): Promise<void> {
  const { kind, isOpen, next } = await weigh(parts.orm, row, now);
  const undone = unsent(row, next);
  if (undone) return settle(parts, row, undone);
  const devices = (await asService(parts, (tx) => findDevices(tx, row.userId))).filter(({ id }) => !row.reached.includes(id));
  const url = linkOf({ ...row, kind, isOpen });
  const told = await Promise.all(
    devices.map(async (device) => {
      const shown = { id: row.id, title: safeTitle(kind, row.importance, device.locale), url, isHasty: row.importance !== 'NORMAL' };
      return { device, outcome: await parts.push.send(device, shown) };
    }),
  );
  await record(parts, row, told, now);
}

type Told = readonly { device: DeviceRow; outcome: PushOutcome }[];

async function record(parts: Parts, row: DeliveryRow, told: Told, now: Date): Promise<void> {
  const those = (wanted: PushOutcome) => told.filter(({ outcome }) => outcome === wanted).map(({ device }) => device.id);
  const reached = [...row.reached, ...those('SENT')];
  const isLater = those('LATER').length > 0 && row.attempts < mostAttempts;
  const state = isLater ? 'QUEUED' : reached.length > 0 ? 'SENT' : told.length > 0 ? 'FAILED' : 'SKIPPED';
  const reason = state === 'FAILED' ? told.map(({ outcome }) => outcome).join(' ') : state === 'SKIPPED' ? 'NO_DEVICE' : null;
  await asService(parts, async (tx) => {
    await forgetDevices(tx, those('GONE'));
    await settleDelivery(tx, row, { state, reason, attempts: row.attempts, reached, dueAt: nextTry(row.attempts, now) });
  });
}

const settle = (parts: Parts, row: DeliveryRow, settled: Settled): Promise<void> =>
  asService(parts, (tx) => settleDelivery(tx, row, settled));

const asService = <T>({ orm }: Parts, work: (tx: Em) => Promise<T>): Promise<T> => inViewer(orm.em, deliverer, work);
