import { toDate } from '@heya/service-common/planned';
import { referTo } from '../foreign/index.ts';
import type { MembershipRow } from './membership.repository.ts';
import type { RoomMembershipType } from './membership.type.ts';

export function toMembership(row: MembershipRow): RoomMembershipType {
  return {
    id: row.id,
    roomId: row.room_id,
    user: referTo(row.user_id),
    displayName: row.display_name,
    profession: row.profession,
    facility: referTo(row.facility_id),
    facilityName: row.facility_name,
    role: row.role,
    isSteward: row.is_steward,
    isNextSteward: row.takes_seat,
    status: row.status,
    invitedAt: new Date(row.invited_at),
    joinedAt: toDate(row.joined_at),
    leftAt: toDate(row.left_at),
    remindedAt: toDate(row.reminded_at),
  };
}
