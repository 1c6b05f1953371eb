/** What the room service tells → who may do what here. */
import type { Handlers } from '@heya/service-common/consumer';
import { saveInspection, saveMember, savePatient, saveRoom } from './projection.repository.ts';

export const projectionHandlers: Handlers = {
  'room.patientRegistered': (tx, { payload }) => savePatient(tx, payload),
  'room.roomChanged': saveRoom,
  'room.membershipChanged': saveMember,
  'room.inspectionChanged': saveInspection,
};
