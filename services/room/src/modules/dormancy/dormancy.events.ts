/** What is told of reviews of unused rooms, and what of a post. Ids and states only (R34). */
import type { BusEvent, EventPayloads } from '@heya/schema/events';
import { auditAll } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { aboutReview } from './dormancy.access.ts';
import { endUsed, type ToldReview } from './dormancy.clock.repository.ts';
import type { DormancyEntryKind } from './dormancy.entity.ts';
import { insertEntry } from './dormancy.repository.ts';

export type ToldState = EventPayloads['room.dormancyChanged']['state'];

export const emitReview = (tx: Em, row: ToldReview, state: ToldState): Promise<void> =>
  emit(tx, 'room.dormancyChanged', `dormancy:${row.room_id}`, {
    dormancyReviewId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    districtId: row.district_id,
    roomNumber: row.room_number,
    state,
  });

export const clock = { viewer: { type: 'service', name: 'room' }, requestId: 'clock' } as const;

interface ByItself {
  kind: DormancyEntryKind;
  at: Date;
  state: (row: ToldReview) => ToldState;
}

/** What nobody has done: written down in the review and in the record, and told. */
export async function tellByItself(tx: Em, rows: readonly ToldReview[], { kind, at, state }: ByItself): Promise<void> {
  const action = kind === 'OPENED' ? 'CREATE' : 'UPDATE';
  await auditAll(
    tx,
    clock,
    rows.map((row) => ({ ...aboutReview(row), authority: 'SERVICE', action })),
  );
  for (const row of rows) {
    await insertEntry(tx, { id: newId(), reviewId: row.id, kind, at });
    await emitReview(tx, row, state(row));
  }
}

/** Whoever writes answers the question: the room is in use (R17). After the post has been counted. */
export async function endByUse(tx: Em, { payload: { roomId }, occurredAt }: BusEvent<'timeline.postCreated'>): Promise<void> {
  const at = new Date(occurredAt);
  await tellByItself(tx, await endUsed(tx, at, roomId), { kind: 'USED', at, state: () => 'USED' });
}
