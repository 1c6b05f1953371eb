/** What this service knows of patients, rooms and members, told by the room service. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const patientState = defineEntity({
  name: 'PatientState',
  rowLevelSecurity: 'force',
  properties: { patientId: p.uuid().primary(), districtId: p.uuid(), registeredBy: p.uuid().index() },
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
    /** From its first to before its last minute (R14); null: open. */
    validFrom: p.datetime(3).nullable(),
    validUntil: p.datetime(3).nullable(),
    seq: p.bigint(),
  },
  indexes: [
    { name: 'room_member_viewer', properties: ['userId', 'patientId'] },
    { name: 'room_member_room', properties: ['roomId', 'userId'] },
  ],
});

/** Looks of the center into a room (R18): over at `expiresAt` without any further word. */
export const roomInspection = defineEntity({
  name: 'RoomInspection',
  rowLevelSecurity: 'force',
  properties: {
    inspectionId: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    officerId: p.uuid(),
    expiresAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    seq: p.bigint(),
  },
  indexes: [{ name: 'room_inspection_officer', properties: ['officerId', 'patientId'] }],
});
