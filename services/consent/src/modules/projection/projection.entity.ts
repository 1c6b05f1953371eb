/** What this service knows of patients, rooms and members, told by the room service. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const patientState = defineEntity({
  name: 'PatientState',
  rowLevelSecurity: 'force',
  properties: { patientId: p.uuid().primary(), districtId: p.uuid(), registeredBy: p.uuid() },
});

export const roomState = defineEntity({
  name: 'RoomState',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    patientId: p.uuid().index(),
    districtId: p.uuid(),
    status: p.text().$type<RoomState>(),
    seq: p.bigint(),
  },
});

export const roomMember = defineEntity({
  name: 'RoomMember',
  rowLevelSecurity: 'force',
  properties: {
    membershipId: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    userId: p.uuid(),
    role: p.text().$type<MemberRole>(),
    profession: p.text().nullable(),
    isSteward: p.boolean(),
    status: p.text().$type<MembershipState>(),
    seq: p.bigint(),
  },
  indexes: [
    { name: 'room_member_viewer', properties: ['userId', 'patientId'] },
    { name: 'room_member_room', properties: ['roomId', 'userId'] },
  ],
});
