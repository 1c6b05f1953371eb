/** A look of the center into a room (R18): who, why, from when to when at the latest. */
import { defineEntity, p } from '@mikro-orm/core';

export const roomInspection = defineEntity({
  name: 'RoomInspection',
  rowLevelSecurity: 'force',
  properties: {
    /** Made by the officer's browser; also the key against doubles. */
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    officerId: p.uuid(),
    officerName: p.text(),
    reason: p.text(),
    startedAt: p.datetime(3),
    expiresAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'room_inspection_room', properties: ['roomId', 'startedAt'] },
    { name: 'room_inspection_officer', properties: ['officerId', 'roomId'] },
  ],
});
