/** What is told of weekly checks, and what is heard of a room's use. Ids and states only (R34). */
import type { EventPayloads } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { dayInJapan } from '../patient/index.ts';
import { countPost, type ToldCheck } from './weekly-check.repository.ts';

type State = EventPayloads['room.weeklyCheckChanged']['state'];

export const emitCheck = (tx: Em, row: ToldCheck, state: State): Promise<void> =>
  emit(tx, 'room.weeklyCheckChanged', `weekly-check:${row.room_id}`, {
    weeklyCheckId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    districtId: row.district_id,
    roomNumber: row.room_number,
    state,
  });

export const activityHandlers: Handlers = {
  'timeline.postCreated': (tx, { payload, occurredAt }) => countPost(tx, payload.roomId, dayInJapan(new Date(occurredAt))),
};
