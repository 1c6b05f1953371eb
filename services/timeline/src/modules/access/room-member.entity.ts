/** Who belongs to a room, from when until when (R13, R14): a projection of the room service's events. */
import { defineEntity, p } from '@mikro-orm/core';

export const roomMember = defineEntity({
  name: 'RoomMember',
  rowLevelSecurity: 'force',
  properties: {
    membershipId: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    userId: p.uuid(),
    role: p.string(),
    profession: p.string().nullable(),
    isSteward: p.boolean(),
    status: p.string(),
    validFrom: p.datetime().nullable(),
    validUntil: p.datetime().nullable(),
    seq: p.bigint('number'),
  },
  indexes: [{ properties: ['userId', 'roomId'] }, { properties: ['roomId', 'userId'] }],
});
