/** Looks of the center (R18): a projection of the room service's events. One is over at its time without any message. */
import { defineEntity, p } from '@mikro-orm/core';

export const roomInspection = defineEntity({
  name: 'RoomInspection',
  rowLevelSecurity: 'force',
  properties: {
    inspectionId: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    officerId: p.uuid(),
    startedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    seq: p.bigint('number'),
  },
  indexes: [{ properties: ['officerId', 'roomId'] }],
});
