/**
 * How rooms end (R16, R17), years in a moment: one that is closed and held by law, one that nobody writes in and the center asks about, and
 * the proof of one that is erased. What days and jobs would do is written as the room service itself would write it.
 */
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Whose word stands with it. */
export interface EndedBy {
  officerId: string;
  secondOfficerId: string;
}

interface Place {
  patient_id: string;
  district_id: string;
  room_number: string;
}

async function placeOf(client: pg.Client, roomId: string): Promise<Place> {
  const { rows } = await client.query<Place>('select patient_id, district_id, room_number from room where id = $1', [roomId]);
  if (!rows[0]) throw new Error('no such room');
  return rows[0];
}

/** @param client superuser of the room service's database */
export async function closeRoom(client: pg.Client, roomId: string, { officerId }: EndedBy): Promise<void> {
  const { patient_id: patientId, district_id: districtId } = await placeOf(client, roomId);
  await client.query('begin');
  await client.query("update room set status = 'CLOSING' where id = $1", [roomId]);
  await client.query("update room set status = 'CLOSED', closed_at = now() where id = $1", [roomId]);
  await client.query(
    `update room_retention set closure_reason = 'NO_LONGER_NEEDED', closed_at = now(), record_class = 'CHART', years = 5, hold_ends_on = current_date + 1826, version = version + 1
      where room_id = $1`,
    [roomId],
  );
  await client.query(
    `insert into legal_hold (id, room_id, district_id, reason, set_by, set_by_name, set_at) values ($1, $2, $3, '監査の保全', $4, '監査野 職員', now())`,
    [randomUUID(), roomId, districtId, officerId],
  );
  const stream = `room-meta:${roomId}`;
  const counted = await client.query<{ seq: string }>(
    'insert into stream_counter (stream, seq) values ($1, 1) on conflict (stream) do update set seq = stream_counter.seq + 1 returning seq',
    [stream],
  );
  await client.query(
    "insert into outbox_event (event_id, topic, stream, seq, payload, occurred_at) values ($1, 'room.roomChanged', $2, $3, $4, clock_timestamp())",
    [randomUUID(), stream, counted.rows[0]?.seq, JSON.stringify({ roomId, patientId, districtId, status: 'CLOSED' })],
  );
  await client.query('commit');
}

/** The center asks about a room that nobody has written in for a year. @param client superuser of the room service's database */
export async function askAboutRoom(client: pg.Client, roomId: string): Promise<void> {
  const { patient_id: patientId, district_id: districtId, room_number: number } = await placeOf(client, roomId);
  const id = randomUUID();
  await client.query(
    `insert into dormancy_review (id, room_id, district_id, patient_id, room_number, applicant_name, opened_at, last_activity_on, due_on)
     values ($1, $2, $3, $4, $5, '監査野 申請者', now(), current_date - 366, current_date + 30)`,
    [id, roomId, districtId, patientId, number],
  );
  await client.query(`insert into dormancy_entry (id, review_id, district_id, place, kind, at) values ($1, $2, $3, 1, 'OPENED', now())`, [
    randomUUID(),
    id,
    districtId,
  ]);
}

/** What stays of a room that is erased: ids, times, counts. @param client superuser of the room service's database */
export async function leaveCertificate(client: pg.Client, likeRoomId: string, { officerId, secondOfficerId }: EndedBy): Promise<void> {
  const { district_id: districtId } = await placeOf(client, likeRoomId);
  const [roomId, patientId] = [randomUUID(), randomUUID()];
  await client.query(
    `insert into room_retention (room_id, district_id, patient_id, room_number, started_at, closes_at, closed_at, record_class, years, hold_ends_on, version)
     values ($1, $2, $3, '消-0001', now() - interval '6 years', now() - interval '6 years', now() - interval '6 years', 'CHART', 5, current_date - 300, 4)`,
    [roomId, districtId, patientId],
  );
  await client.query(
    `insert into room_purge (room_id, district_id, patient_id, first_by, first_by_name, first_at, second_by, second_by_name, second_at, begun_at, finished_at)
     values ($1, $2, $3, $4, '監査野 職員', now(), $5, '監査野 第二', now(), now(), now())`,
    [roomId, districtId, patientId, officerId, secondOfficerId],
  );
  const hash = createHash('sha256').update(roomId).digest('hex');
  for (const service of ['consent', 'identity', 'room', 'timeline'])
    await client.query(
      `insert into room_purge_part (room_id, service, district_id, asked_at, erased_at, counts, sha256, subject_ids)
       values ($1, $2, $3, now(), now(), '[{"name": "post", "count": 1}]', $4, '{}')`,
      [roomId, service, districtId, hash],
    );
}
