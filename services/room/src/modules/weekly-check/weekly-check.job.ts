/** Each week a check for each room in use, and those that nobody signed by their day put to the center (R15). */
import { auditAll } from '@heya/service-common/audit';
import { type Batch, inBatches } from '@heya/service-common/batches';
import { newId } from '@heya/service-common/id';
import type { Job } from '@heya/service-common/jobs';
import type { Em, Orm } from '@heya/service-common/orm';
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

const batches = (parts: Parts) => ({ ...parts, viewer: self.viewer, atOnce });

/** Every hour: a week begins once, but nobody knows which processes run at that minute. */
export const weeklyCheckJobs = (parts: Parts): Job[] => [
  { name: 'weekly-check', cron: '10 * * * *', run: (now) => inBatches(batches(parts), makeInOrder(now)) },
  { name: 'weekly-check-overdue', cron: '25 * * * *', run: (now) => inBatches(batches(parts), (tx) => handOver(tx, now)) },
];

/** Each batch begins behind the one before: to look again at rooms that have theirs takes minutes where there are 20,000. */
function makeInOrder(at: Date): (tx: Em) => Promise<Batch> {
  const week = weekAt(at);
  let after = '00000000-0000-0000-0000-000000000000';
  return async (tx) => {
    const rooms = await selectRoomsWithout(tx, week.weekOf, { after, limit: atOnce });
    after = rooms.at(-1)?.id ?? after;
    const made = await insertChecks(tx, { ...week, at, rooms: rooms.map(({ id }) => ({ id: newId(), roomId: id })) });
    await record(tx, made, 'CREATE');
    for (const row of made) await emitCheck(tx, row, 'DUE');
    return { seen: rooms.length, done: made.length };
  };
}

async function handOver(tx: Em, at: Date): Promise<number> {
  const late = await markOverdue(tx, dayInJapan(at), at, atOnce);
  await record(tx, late, 'UPDATE');
  for (const row of late) await emitCheck(tx, row, 'OVERDUE');
  return late.length;
}

const record = (tx: Em, rows: readonly ToldCheck[], action: 'CREATE' | 'UPDATE'): Promise<void> =>
  auditAll(
    tx,
    self,
    rows.map((row) => ({ ...aboutCheck(row), districtId: row.district_id, authority: 'SERVICE', action })),
  );
