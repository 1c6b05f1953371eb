/** What clock and posts change in reviews, as the service itself. */
import type { Em } from '@heya/service-common/orm';
import type { DormancyRow } from './dormancy.repository.ts';

/** What of a review is told and recorded. */
export type ToldReview = Pick<DormancyRow, 'id' | 'room_id' | 'district_id' | 'patient_id' | 'room_number' | 'decision'>;
const toldColumns = 'd.id, d.room_id, d.district_id, d.patient_id, d.room_number, d.decision';

export interface UnusedRoom {
  id: string;
  district_id: string;
  last_activity_on: string;
}

/** Days in Japan. `r` was used last when somebody wrote, when it was kept, or when it opened. */
const lastUse = `greatest((r.opened_at at time zone 'Asia/Tokyo')::date, (select max(a.day) from room_activity a where a.room_id = r.id),
  (select max((k.decided_at at time zone 'Asia/Tokyo')::date) from dormancy_review k where k.room_id = r.id and k.outcome = 'KEPT'))`;

/** @returns rooms in use after this one that nobody has used since that day and that nobody is asked about, by their ids */
export function selectUnused(tx: Em, since: string, { after, limit }: { after: string; limit: number }): Promise<UnusedRoom[]> {
  return tx.execute(
    `select n.id, n.district_id, n.last_activity_on::text from (
       select r.id, r.district_id, ${lastUse} as last_activity_on from room r
        where r.id > ?::uuid and r.status in ('ACTIVE', 'DORMANT') and (r.opened_at at time zone 'Asia/Tokyo')::date <= ?::date
          and not exists (select 1 from room_activity a where a.room_id = r.id and a.day > ?::date)
          and not exists (select 1 from dormancy_review d where d.room_id = r.id and d.ended_at is null)) n
      where n.last_activity_on <= ?::date order by n.id limit ?`,
    [after, since, since, since, limit],
  );
}

export interface NewReview {
  id: string;
  roomId: string;
  lastActivityOn: string;
  dueOn: string;
}

/** Of two processes that begin the same review one does. */
export function insertReviews(tx: Em, reviews: readonly NewReview[], at: Date): Promise<ToldReview[]> {
  return tx.execute(
    `insert into dormancy_review as d (id, room_id, district_id, patient_id, room_number, applicant_id, applicant_name, opened_at, last_activity_on, due_on)
     select w.id, r.id, r.district_id, r.patient_id, r.room_number, f.applicant_id, f.applicant_name, ?::timestamptz, w."lastActivityOn", w."dueOn"
       from json_to_recordset(?::json) as w(id uuid, "roomId" uuid, "lastActivityOn" date, "dueOn" date) join room r on r.id = w."roomId"
       left join lateral room_applicant(r.id) f on true
     on conflict (room_id) where ended_at is null do nothing returning ${toldColumns}`,
    [at, JSON.stringify(reviews)],
  );
}

/** Ends the review of a room in which somebody has written since; of every such room without one. @returns what this call ended */
export function endUsed(tx: Em, at: Date, roomId: string | null = null): Promise<ToldReview[]> {
  return tx.execute(
    `update dormancy_review d set ended_at = ?::timestamptz, outcome = 'USED'
      where d.ended_at is null and (?::uuid is null or d.room_id = ?::uuid)
        and exists (select 1 from room_activity a where a.room_id = d.room_id and a.day > d.last_activity_on) returning ${toldColumns}`,
    [at, roomId, roomId],
  );
}

/** Ends reviews of rooms that form 4-3 has closed. @returns what this call ended */
export function endClosed(tx: Em, at: Date): Promise<ToldReview[]> {
  return tx.execute(
    `update dormancy_review d set ended_at = ?::timestamptz, outcome = 'CLOSED'
      where d.ended_at is null and not exists (select 1 from room r where r.id = d.room_id and r.status in ('ACTIVE', 'DORMANT')) returning ${toldColumns}`,
    [at],
  );
}

/** @returns reviews past their day of which the center has not heard for a week, held; a form 4-3 under way is not late */
export function selectLate(
  tx: Em,
  today: string,
  at: Date,
  limit: number,
): Promise<(ToldReview & { due_on: string; late_at: Date | string | null })[]> {
  return tx.execute(
    `select ${toldColumns}, d.due_on::text, d.late_at from dormancy_review d
      where d.ended_at is null and d.due_on < ?::date and (d.late_at is null or d.late_at <= ?::timestamptz - interval '7 days') and not closure_under_way(d.room_id)
      order by d.due_on, d.id limit ? for update of d skip locked`,
    [today, at, limit],
  );
}

export async function setLate(tx: Em, ids: readonly string[], at: Date): Promise<void> {
  await tx.execute('update dormancy_review set late_at = ? where id = any(?::uuid[])', [at, `{${ids.join(',')}}`]);
}
