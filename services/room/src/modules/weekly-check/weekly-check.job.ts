/** Each week a check for each room in use, and those that nobody signed by their day put to the center (R15). */
import { auditAll } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Job } from '@heya/service-common/jobs';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { dayInJapan } from '../patient/index.ts';
import { aboutCheck } from './weekly-check.access.ts';
import { emitCheck } from './weekly-check.events.ts';
import { weekAt } from './weekly-check.policy.ts';
import { insertChecks, markOverdue, selectRoomsWithout, type ToldCheck } from './weekly-check.repository.ts';

const atOnce = 200;
const self = { viewer: { type: 'service', name: 'room' }, requestId: 'clock' } as const;

interface Parts {
  orm: Orm;
  relay: Pick<Relay, 'wake'>;
}

/** Every hour: a week begins once, but nobody knows which processes run at that minute. */
export const weeklyCheckJobs = (parts: Parts): Job[] => [
  { name: 'weekly-check', cron: '10 * * * *', run: (now) => inBatches(parts, (tx) => make(tx, now)) },
  { name: 'weekly-check-overdue', cron: '25 * * * *', run: (now) => inBatches(parts, (tx) => handOver(tx, now)) },
];

/** A transaction a batch, until one has less than it could hold. */
async function inBatches({ orm, relay }: Parts, work: (tx: Em) => Promise<{ seen: number; done: number }>): Promise<number> {
  for (let total = 0; ;) {
    const { seen, done } = await inViewer(orm.em, self.viewer, work);
    if (done > 0) relay.wake();
    total += done;
    if (seen < atOnce) return total;
  }
}

async function make(tx: Em, at: Date): Promise<{ seen: number; done: number }> {
  const week = weekAt(at);
  const rooms = await selectRoomsWithout(tx, week.weekOf, atOnce);
  const made = await insertChecks(tx, { ...week, at, rooms: rooms.map(({ id }) => ({ id: newId(), roomId: id })) });
  await record(tx, made, 'CREATE');
  for (const row of made) await emitCheck(tx, row, 'DUE');
  return { seen: rooms.length, done: made.length };
}

async function handOver(tx: Em, at: Date): Promise<{ seen: number; done: number }> {
  const late = await markOverdue(tx, dayInJapan(at), at, atOnce);
  await record(tx, late, 'UPDATE');
  for (const row of late) await emitCheck(tx, row, 'OVERDUE');
  return { seen: late.length, done: late.length };
}

const record = (tx: Em, rows: readonly ToldCheck[], action: 'CREATE' | 'UPDATE'): Promise<void> =>
  auditAll(
    tx,
    self,
    rows.map((row) => ({ ...aboutCheck(row), districtId: row.district_id, authority: 'SERVICE', action })),
  );
