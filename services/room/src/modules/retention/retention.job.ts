/** Rooms that are being closed are closed at their time, and their hold begins; those that officers have said are erased (R16). */
import { auditAll } from '@heya/service-common/audit';
import type { Job } from '@heya/service-common/jobs';
import type { Ledger } from '@heya/service-common/ledger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import { emit, type Relay } from '@heya/service-common/outbox';
import { keepErasures } from './purge.ledger.service.ts';
import { selectOpenPurges } from './purge.repository.ts';
import { takeStep } from './purge.service.ts';
import { aboutRetention } from './retention.access.ts';
import { closeRooms } from './retention.repository.ts';

const atOnce = 100;
const self = { viewer: { type: 'service', name: 'room' }, requestId: 'clock' } as const;

interface Parts {
  orm: Orm;
  relay: Pick<Relay, 'wake'>;
  /** Of rooms that are erased. */
  ledger: Ledger;
}

export const retentionJobs = ({ orm, relay, ledger }: Parts): Job[] => [
  {
    name: 'room-closing',
    cron: '*/5 * * * *',
    async run(now) {
      for (let total = 0; ;) {
        const closed = await inViewer(orm.em, self.viewer, (tx) => closeDue(tx, now));
        if (closed > 0) relay.wake();
        total += closed;
        if (closed < atOnce) return total;
      }
    },
  },
  {
    name: 'room-purge',
    cron: '* * * * *',
    async run(now) {
      const open = await inViewer(orm.em, self.viewer, selectOpenPurges);
      let steps = 0;
      // A step is a transaction, so that what broke off one room holds up no other for longer than until the next minute.
      for (const { room_id } of open) if (await inViewer(orm.em, self.viewer, (tx) => takeStep(tx, room_id, now))) steps += 1;
      await inViewer(orm.em, self.viewer, (tx) => keepErasures(tx, ledger));
      if (steps > 0) relay.wake();
      return steps;
    },
  },
];

async function closeDue(tx: Em, now: Date): Promise<number> {
  const closed = await closeRooms(tx, now, atOnce);
  for (const { room_id: roomId, patient_id: patientId, district_id: districtId } of closed)
    await emit(tx, 'room.roomChanged', `room-meta:${roomId}`, { roomId, patientId, districtId, status: 'CLOSED' });
  await auditAll(
    tx,
    self,
    closed.map((row) => ({ ...aboutRetention(row), districtId: row.district_id, authority: 'SERVICE', action: 'UPDATE' })),
  );
  return closed.length;
}
