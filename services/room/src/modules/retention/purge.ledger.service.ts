/**
 * Rooms that are erased stand in a ledger apart from the database (threats 29, 30): what a restored backup brings back of them is erased
 * again before anything is answered, and the other services are asked again.
 */
import { audit } from '@heya/service-common/audit';
import { eraseRoom } from '@heya/service-common/erasure';
import type { Ledger, LedgerEntry } from '@heya/service-common/ledger';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { aboutRetention } from './retention.access.ts';
import { beginAgain, savePartErased, selectErased } from './purge.repository.ts';
import { askOthers } from './purge.service.ts';

type Erasure = Extract<LedgerEntry, { kind: 'ROOM_ERASED' }>;

const erasuresOf = (ledger: Ledger): Erasure[] => ledger.entries.flatMap((entry) => (entry.kind === 'ROOM_ERASED' ? [entry] : []));
const self = { viewer: { type: 'service', name: 'room' }, requestId: 'start' } as const;

/** Writes down what is erased and not in the ledger yet. Only what is committed, so that it never knows of what did not come about. */
export async function keepErasures(tx: Em, ledger: Ledger): Promise<void> {
  const known = erasuresOf(ledger).map(({ roomId }) => roomId);
  for (const { room_id: roomId, patient_id: patientId, district_id: districtId, at, ...rows } of await selectErased(tx, known))
    await ledger.append({ kind: 'ROOM_ERASED', roomId, patientId, districtId, at: new Date(at).toISOString(), ...rows });
}

type InService = <T>(work: (tx: Em) => Promise<T>) => Promise<T>;

/** @param inService a transaction of the service itself @returns how many rooms had come back */
export async function eraseAgain(inService: InService, ledger: Ledger, now: Date): Promise<number> {
  let count = 0;
  for (const entry of erasuresOf(ledger)) if (await inService((tx) => eraseOneAgain(tx, entry, now))) count += 1;
  return count;
}

async function eraseOneAgain(tx: Em, entry: Erasure, now: Date): Promise<boolean> {
  const { roomId, patientId, districtId, at, part } = entry;
  if (!(await beginAgain(tx, entry.retention, entry.purge))) return false;
  const row = { room_id: roomId, patient_id: patientId, district_id: districtId, begun_at: at };
  await emit(tx, 'room.roomChanged', `room-meta:${roomId}`, { roomId, patientId, districtId, status: 'PURGED' });
  const again = await eraseRoom(tx, roomId, patientId);
  // What was said first stays; the center's work is about what is back as well.
  const { counts, sha256, subject_ids: first } = part as unknown as FirstAnswer;
  const subjectIds = [...new Set([...first, ...again.subjectIds])];
  await savePartErased(tx, row, { service: 'room', at: new Date(at) }, { counts, sha256, subjectIds });
  await audit(tx, self, { ...aboutRetention(row), districtId, authority: 'SERVICE', action: 'UPDATE' });
  await askOthers(tx, row, now);
  return true;
}

interface FirstAnswer {
  counts: { name: string; count: number }[];
  sha256: string;
  subject_ids: string[];
}
