/** What is told of a membership, and what is heard of people whose ID has ended (R7). */
import type { EventPayloads } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { endMembershipsOf, type MembershipRow, roomNumberOf } from './membership.repository.ts';

type Change = EventPayloads['room.membershipChanged']['change'];

/** The same for everybody, so nothing of a viewer. */
export type Told = Omit<MembershipRow, 'viewer_role' | 'is_inspecting'>;

export async function emitMembership(tx: Em, row: Told, change: Change): Promise<void> {
  const time = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());
  const roomNumber = await roomNumberOf(tx, row.room_id);
  await emit(tx, 'room.membershipChanged', `room-meta:${row.room_id}`, {
    membershipId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    districtId: row.district_id,
    userId: row.user_id,
    role: row.role,
    profession: row.profession,
    isSteward: row.is_steward,
    status: row.status,
    from: time(row.joined_at),
    until: time(row.left_at),
    ...(roomNumber !== null && { roomNumber }),
    facilityId: row.facility_id,
    change,
  });
}

export const membershipHandlers: Handlers = {
  'identity.userDeactivated': async (tx, { payload, occurredAt }) => {
    for (const ended of await endMembershipsOf(tx, payload.userId, new Date(occurredAt))) await emitMembership(tx, ended, 'LEFT');
  },
};
