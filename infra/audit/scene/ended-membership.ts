/** Somebody leaves a room. No form does that yet (4-2 comes later), so it is written as the room service itself would write it. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';

interface Left {
  id: string;
  room_id: string;
  patient_id: string;
  district_id: string;
  user_id: string;
  role: string;
  profession: string | null;
  is_steward: boolean;
  joined_at: Date | null;
  left_at: Date;
}

/** @param client superuser of the room service's database */
export async function endMembership(client: pg.Client, roomId: string, userId: string): Promise<void> {
  await client.query('begin');
  const { rows } = await client.query<Left>(
    "update room_membership set status = 'LEFT', left_at = date_trunc('milliseconds', now()) where room_id = $1 and user_id = $2 and status = 'ACTIVE' returning *",
    [roomId, userId],
  );
  const [left] = rows;
  if (!left) throw new Error('not a member');
  const stream = `room-meta:${roomId}`;
  const counted = await client.query<{ seq: string }>(
    'insert into stream_counter (stream, seq) values ($1, 1) on conflict (stream) do update set seq = stream_counter.seq + 1 returning seq',
    [stream],
  );
  await client.query(
    "insert into outbox_event (event_id, topic, stream, seq, payload, occurred_at) values ($1, 'room.membershipChanged', $2, $3, $4, clock_timestamp())",
    [randomUUID(), stream, counted.rows[0]?.seq, JSON.stringify(payloadOf(left))],
  );
  await client.query('commit');
}

const payloadOf = (left: Left): object => ({
  membershipId: left.id,
  roomId: left.room_id,
  patientId: left.patient_id,
  districtId: left.district_id,
  userId: left.user_id,
  role: left.role,
  profession: left.profession,
  isSteward: left.is_steward,
  status: 'LEFT',
  from: left.joined_at?.toISOString() ?? null,
  until: left.left_at.toISOString(),
  change: 'LEFT',
});
