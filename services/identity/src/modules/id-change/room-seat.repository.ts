import type { BusEvent } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import { RoomSeat } from './room-seat.entity.ts';

/** The newest word of the room counts. */
export async function putSeat(tx: Em, { payload, seq }: BusEvent<'room.membershipChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_seat (membership_id, room_id, room_number, user_id, facility_id, is_steward, status, seq) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (membership_id) do update set room_number = coalesce(excluded.room_number, room_seat.room_number), facility_id = coalesce(excluded.facility_id, room_seat.facility_id), is_steward = excluded.is_steward, status = excluded.status, seq = excluded.seq
      where room_seat.seq < excluded.seq`,
    [
      payload.membershipId,
      payload.roomId,
      payload.roomNumber ?? null,
      payload.userId,
      payload.facilityId ?? null,
      payload.isSteward,
      payload.status,
      seq,
    ],
  );
}

/** A steward's seats that somebody has to follow in: held still, or empty since. */
export interface StewardRow {
  membership_id: string;
  room_id: string;
  room_number: string | null;
  user_id: string;
  facility_id: string | null;
  is_vacant: boolean;
}

const columns = `s.membership_id, s.room_id, s.room_number, s.user_id, s.facility_id, s.status = 'LEFT' as is_vacant`;
const nobodyFollows = `not exists (select from room_seat o where o.room_id = s.room_id and o.is_steward and o.status <> 'LEFT')`;

export function stewardSeatsOf(tx: Em, userIds: readonly string[]): Promise<StewardRow[]> {
  return tx.execute<StewardRow[]>(
    `select ${columns} from room_seat s where s.user_id = any(?::uuid[]) and s.is_steward and (s.status <> 'LEFT' or ${nobodyFollows})
        and not exists (select from room_seat n where n.room_id = s.room_id and n.is_steward and n.status = 'LEFT' and s.status = 'LEFT' and n.seq > s.seq)
      order by s.room_number, s.membership_id`,
    [`{${userIds.join(',')}}`],
  );
}

export const seatById = (tx: Em, membershipId: string): Promise<RoomSeat | null> => tx.findOne(RoomSeat, { membershipId });

/** Who cares in these rooms. */
export const teamsOf = (tx: Em, roomIds: readonly string[]): Promise<RoomSeat[]> =>
  tx.find(RoomSeat, { roomId: { $in: [...roomIds] }, status: 'ACTIVE' }, { orderBy: { membershipId: 'asc' } });

/** The change with which a person went, the latest. */
export async function changeBehind(tx: Em, userId: string): Promise<string | null> {
  const [row] = await tx.execute<{ application_id: string }[]>(
    'select application_id from id_change where user_id = ? and ended_at is not null order by ended_at desc, application_id desc limit 1',
    [userId],
  );
  return row?.application_id ?? null;
}

/** Whoever left this room's seat. */
export async function formerStewards(tx: Em, roomId: string): Promise<string[]> {
  const rows = await tx.find(RoomSeat, { roomId, isSteward: true, status: 'LEFT' }, { fields: ['userId'] });
  return [...new Set(rows.map(({ userId }) => userId))];
}
