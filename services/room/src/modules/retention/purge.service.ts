/**
 * The steps by which a room is erased (R16). Each is one transaction with what it tells; begun again after whatever broke it off, it goes on
 * where it was: this service's part first, then timeline and consent, then the center's work about what these held, then the certificate.
 */
import { audit } from '@heya/service-common/audit';
import { eraseRoom } from '@heya/service-common/erasure';
import { problem } from '@heya/service-common/errors';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { RoomErased } from '@heya/schema/events';
import { dayInJapan } from '../patient/index.ts';
import type { RoomContext, RoomProblem } from '../platform/index.ts';
import { type PurgingService, purgingServices } from './purge.entity.ts';
import {
  beginPurge,
  insertFirst,
  isPurgeable,
  lockPurge,
  type OpenPurge,
  type PartRow,
  savePartAsked,
  savePartErased,
  selectParts,
  setFinished,
  setSecond,
} from './purge.repository.ts';
import { aboutRetention, factsOf } from './retention.access.ts';
import { can } from './retention.policy.ts';
import { change, type RetentionOutcome, type Step } from './retention.service.ts';

/** One officer says that the room is erased, another says it again; the clock begins then. */
export const confirmPurge = (context: RoomContext, roomId: string, expectedVersion: number): Promise<RetentionOutcome> =>
  change(context, roomId, { problems: [], work: (tx, step) => confirm(tx, step, expectedVersion) });

async function confirm(tx: Em, { context, viewer, row }: Step, expectedVersion: number): Promise<RoomProblem[]> {
  const said = { roomId: row.room_id, by: viewer.userId, byName: viewer.labels.name, at: context.now() };
  // A second tap of the same hand is not a second officer.
  if (row.purge?.first_by === viewer.userId || row.purge?.second_by === viewer.userId) return [];
  if (row.version !== expectedVersion) return [problem('STALE_VERSION', ['expectedVersion'])];
  const decision = can(viewer, 'PURGE', factsOf(row));
  if (!decision.allowed || !(await isPurgeable(tx, row.room_id, dayInJapan(context.now())))) return [problem('INVALID_STATE', ['roomId'])];
  const isSaid = row.purge
    ? await setSecond(tx, said)
    : await insertFirst(tx, { ...said, districtId: row.district_id, patientId: row.patient_id });
  return isSaid ? [] : [problem('STALE_VERSION', ['expectedVersion'])];
}

/** A service that has not answered by then is asked again. */
const patienceMs = 15 * 60_000;
const self = { viewer: { type: 'service', name: 'room' }, requestId: 'clock' } as const;

/** The next step of a room, whichever that is. @param tx a transaction of the service itself @returns whether anything was done */
export async function takeStep(tx: Em, roomId: string, now: Date): Promise<boolean> {
  const row = await lockPurge(tx, roomId);
  if (!row) return false;
  if (row.begun_at === null) return begin(tx, row, now);
  return askOthers(tx, row, now);
}

async function begin(tx: Em, row: OpenPurge, now: Date): Promise<boolean> {
  const { room_id: roomId, patient_id: patientId, district_id: districtId } = row;
  if (!(await beginPurge(tx, roomId, now))) return false;
  await emit(tx, 'room.roomChanged', `room-meta:${roomId}`, { roomId, patientId, districtId, status: 'PURGED' });
  await savePartErased(tx, row, { service: 'room', at: now }, await eraseRoom(tx, roomId, patientId));
  await record(tx, row);
  await askOthers(tx, row, now);
  return true;
}

/** Asks whoever has not answered; when all have, it is finished. @returns whether anything was done */
export async function askOthers(tx: Em, row: OpenPurge, now: Date): Promise<boolean> {
  const parts = await selectParts(tx, row.room_id);
  const partOf = (service: PurgingService): PartRow | undefined => parts.find((part) => part.service === service);
  const isErased = (service: PurgingService): boolean => Boolean(partOf(service)?.erased_at);
  if (purgingServices.every(isErased)) {
    await setFinished(tx, row.room_id, now);
    await record(tx, row);
    return true;
  }
  let asked = false;
  for (const service of ['timeline', 'consent', 'identity'] as const) {
    const askedAt = partOf(service)?.asked_at;
    const isWaiting = askedAt && now.getTime() - new Date(askedAt).getTime() < patienceMs;
    // Of consents the center has work too, so it is known first which there were.
    if (isErased(service) || isWaiting || (service === 'identity' && !isErased('consent'))) continue;
    await savePartAsked(tx, row, { service, at: now });
    const subjectIds = service === 'identity' ? parts.flatMap(({ subject_ids }) => subject_ids) : [];
    const { room_id: roomId, patient_id: patientId, district_id: districtId } = row;
    await emit(tx, 'room.erasureAsked', `room-erasure:${roomId}`, { roomId, patientId, districtId, service, subjectIds });
    asked = true;
  }
  return asked;
}

/** What a service says that it has erased. Of a room that nobody erases, or said again, it changes nothing. */
export async function takeAnswer(tx: Em, service: PurgingService, answer: RoomErased, at: Date): Promise<void> {
  const row = await lockPurge(tx, answer.roomId);
  if (!row || row.begun_at === null) return;
  if (await savePartErased(tx, row, { service, at }, answer)) await askOthers(tx, row, at);
}

const record = (tx: Em, row: OpenPurge): Promise<void> =>
  audit(tx, self, { ...aboutRetention(row), districtId: row.district_id, authority: 'SERVICE', action: 'UPDATE' });
