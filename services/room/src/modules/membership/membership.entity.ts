/** A person in a room, with role and from/until (R11). Labels are kept as they were when invited. */
import type { MemberRole, MembershipState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const roomMembership = defineEntity({
  name: 'RoomMembership',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    userId: p.uuid(),
    displayName: p.text(),
    profession: p.text().nullable(),
    facilityId: p.uuid().nullable(),
    facilityName: p.text().nullable(),
    role: p.text().$type<MemberRole>(),
    isSteward: p.boolean(),
    status: p.text().$type<MembershipState>(),
    invitedBy: p.uuid(),
    invitedAt: p.datetime(3),
    joinedAt: p.datetime(3).nullable(),
    leftAt: p.datetime(3).nullable(),
    /** An invitation of form 4-2 is taken from this minute on. */
    beginsAt: p.datetime(3).nullable(),
    /** The steward's seat that passes on: it is theirs from, and until, by the clock. */
    seatFrom: p.datetime(3).nullable(),
    seatUntil: p.datetime(3).nullable(),
    /** The form 4-2 by which the steward's seat comes to them in the moment they join (R14); null once they have. */
    seatBy: p.uuid().nullable(),
    /** When they were last asked to come (R15). */
    remindedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'room_membership_room', properties: ['roomId', 'invitedAt', 'id'] },
    { name: 'room_membership_user', properties: ['userId', 'patientId'] },
    {
      name: 'room_membership_facility',
      expression: "create index room_membership_facility on room_membership (facility_id, room_id) where status <> 'LEFT'",
    },
    {
      name: 'room_membership_waiting',
      expression: "create index room_membership_waiting on room_membership (district_id, room_id) where status = 'INVITED'",
    },
    {
      name: 'room_membership_one_steward',
      expression: "create unique index room_membership_one_steward on room_membership (room_id) where is_steward and status <> 'LEFT'",
    },
    {
      name: 'room_membership_once',
      expression: "create unique index room_membership_once on room_membership (room_id, user_id) where status <> 'LEFT'",
    },
  ],
});
