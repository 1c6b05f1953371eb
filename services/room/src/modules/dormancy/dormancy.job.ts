/** Each day a review for each room that nobody has used for a year; each hour those that ended by themselves, or are late (R17). */
import { type Batch, type Batches, inBatches } from '@heya/service-common/batches';
import { newId } from '@heya/service-common/id';
import type { Job } from '@heya/service-common/jobs';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { dueOn } from '@heya/service-common/working-day';
import { findDistrictSetting } from '../district/index.ts';
import { dayInJapan } from '../patient/index.ts';
import { endClosed, endUsed, insertReviews, selectLate, selectUnused, setLate } from './dormancy.clock.repository.ts';
import { clock, tellByItself } from './dormancy.events.ts';
import { dormantAfterMonths, monthsBefore } from './dormancy.machine.policy.ts';

const atOnce = 200;

interface Parts {
  orm: Orm;
  relay: Pick<Relay, 'wake'>;
}

const batches = ({ orm, relay }: Parts): Batches => ({ orm, relay, viewer: clock.viewer, atOnce });

export const dormancyJobs = (parts: Parts): Job[] => [
  { name: 'dormancy', cron: '40 4 * * *', run: (now) => inBatches(batches(parts), beginInOrder(now)) },
  { name: 'dormancy-following', cron: '45 * * * *', run: (now) => follow(parts, now) },
];

/** Each batch begins behind the one before. */
function beginInOrder(at: Date): (tx: Em) => Promise<Batch> {
  const today = dayInJapan(at);
  const since = monthsBefore(today, dormantAfterMonths);
  const due = new Map<string, string>();
  let after = '00000000-0000-0000-0000-000000000000';
  return async (tx) => {
    const rooms = await selectUnused(tx, since, { after, limit: atOnce });
    after = rooms.at(-1)?.id ?? after;
    for (const { district_id: id } of rooms) if (!due.has(id)) due.set(id, dueOn(today, (await findDistrictSetting(tx, id)).promiseDays));
    const wanted = rooms.map((room) => ({
      id: newId(),
      roomId: room.id,
      lastActivityOn: room.last_activity_on,
      dueOn: due.get(room.district_id) ?? today,
    }));
    const begun = await insertReviews(tx, wanted, at);
    await tellByItself(tx, begun, { kind: 'OPENED', at, state: () => 'ASKING' });
    return { seen: rooms.length, done: begun.length };
  };
}

/** A post that was counted while its room was being found, and a form 4-3 that was carried out, end a review here. */
async function follow(parts: Parts, at: Date): Promise<number> {
  const ended = await inViewer(parts.orm.em, clock.viewer, async (tx) => {
    const used = await endUsed(tx, at);
    await tellByItself(tx, used, { kind: 'USED', at, state: () => 'USED' });
    const closed = await endClosed(tx, at);
    await tellByItself(tx, closed, { kind: 'CLOSED', at, state: () => 'CLOSED' });
    return used.length + closed.length;
  });
  if (ended > 0) parts.relay.wake();
  return ended + (await inBatches(batches(parts), (tx) => remind(tx, at)));
}

async function remind(tx: Em, at: Date): Promise<number> {
  const late = await selectLate(tx, dayInJapan(at), at, atOnce);
  await setLate(
    tx,
    late.map(({ id }) => id),
    at,
  );
  await tellByItself(tx, late, { kind: 'LATE', at, state: ({ decision }) => (decision === 'CLOSE' ? 'CLOSURE_LATE' : 'LATE') });
  return late.length;
}
