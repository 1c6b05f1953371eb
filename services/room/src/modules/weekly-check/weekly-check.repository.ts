/** Weekly checks in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { WeeklyCheckOutcome } from './weekly-check.entity.ts';

export interface WeeklyCheckRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  week_of: string;
  due_on: string;
  post_count: number;
  consent_expires_on: string | null;
  not_joined: string[];
  has_left: string[];
  overdue_at: Date | string | null;
  completed_at: Date | string | null;
  completed_by: string | null;
  completed_by_name: string | null;
  outcome: WeeklyCheckOutcome | null;
  note: string | null;
  viewer_role: MemberRole | null;
  is_inspecting: boolean;
  is_steward: boolean;
  is_room_open: boolean;
}

const told = `c.id, c.room_id, c.district_id, c.patient_id, c.room_number, c.week_of::text, c.due_on::text, c.post_count, c.consent_expires_on::text,
  to_json(c.not_joined) as not_joined, to_json(c.has_left) as has_left, c.overdue_at, c.completed_at, c.completed_by, c.completed_by_name, c.outcome, c.note`;
const columns = `${told}, member_role(c.room_id) as viewer_role, inspects(c.room_id) as is_inspecting, is_steward_of(c.room_id) as is_steward,
  exists (select 1 from room x where x.id = c.room_id and x.status in ('ACTIVE', 'DORMANT')) as is_room_open`;

const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

export function selectChecks(tx: Em, ids: readonly string[]): Promise<WeeklyCheckRow[]> {
  return tx.execute(`select ${columns} from weekly_check c where c.id = any(?::uuid[])`, [listed(ids)]);
}

/** @returns the newest checks of these rooms, newest first */
export function selectChecksOfRooms(tx: Em, roomIds: readonly string[], limit: number): Promise<WeeklyCheckRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from weekly_check c where c.room_id = wanted.room_id order by c.week_of desc limit ?) n order by n.week_of desc`,
    [listed(roomIds), limit],
  );
}

/** Of each room whose steward the viewer is the newest, while it waits. */
export function selectDue(tx: Em): Promise<WeeklyCheckRow[]> {
  return tx.execute(
    `select n.* from room_membership m cross join lateral (
       select ${columns} from weekly_check c where c.room_id = m.room_id order by c.week_of desc limit 1) n
      where m.user_id = viewer_id() and holds_now(m.status, m.joined_at, m.left_at) and n.is_steward and n.is_room_open and n.completed_at is null
      order by n.due_on, n.id`,
    [],
  );
}

/** Holds the row: two taps are one signature. */
export async function lockCheck(tx: Em, id: string): Promise<WeeklyCheckRow | undefined> {
  await tx.execute('select id from weekly_check where id = ? for update', [id]);
  return (await selectChecks(tx, [id]))[0];
}

interface Signed {
  at: Date;
  by: string;
  byName: string;
  outcome: WeeklyCheckOutcome;
  note: string | null;
}

export async function setSigned(tx: Em, id: string, { at, by, byName, outcome, note }: Signed): Promise<void> {
  await tx.execute(
    `update weekly_check set completed_at = ?, completed_by = ?, completed_by_name = ?, outcome = ?, note = ? where id = ? and completed_at is null`,
    [at, by, byName, outcome, note, id],
  );
}

/** What of a check is told and recorded. */
export type ToldCheck = Pick<WeeklyCheckRow, 'id' | 'room_id' | 'district_id' | 'patient_id' | 'room_number'>;
const toldColumns = 'id, room_id, district_id, patient_id, room_number';

/** @returns rooms in use after this one that were open before this week and have no check of it yet, by their ids */
export function selectRoomsWithout(tx: Em, weekOf: string, { after, limit }: { after: string; limit: number }): Promise<{ id: string }[]> {
  return tx.execute(
    `select r.id from room r where r.id > ?::uuid and r.status in ('ACTIVE', 'DORMANT') and (r.opened_at at time zone 'Asia/Tokyo')::date < ?::date
        and consent_in_force(r.patient_id) and not exists (select 1 from weekly_check c where c.room_id = r.id and c.week_of = ?::date)
      order by r.id limit ?`,
    [after, weekOf, weekOf, limit],
  );
}

interface Made {
  weekOf: string;
  dueOn: string;
  at: Date;
  /** A new id for each room. */
  rooms: { id: string; roomId: string }[];
}

/** Of two processes that make the same check one does. */
export function insertChecks(tx: Em, { weekOf, dueOn, at, rooms }: Made): Promise<ToldCheck[]> {
  return tx.execute(
    `insert into weekly_check (id, room_id, district_id, patient_id, room_number, week_of, due_on, post_count, consent_expires_on, not_joined, has_left, made_at)
     select w.id, r.id, r.district_id, r.patient_id, r.room_number, k.day, ?::date,
            coalesce((select sum(a.posts) from room_activity a where a.room_id = r.id and a.day >= k.day - 7 and a.day < k.day), 0),
            (select g.expires_on from consent_grant g where g.patient_id = r.patient_id and g.expires_on <= k.day + 60),
            array(select m.id from room_membership m where m.room_id = r.id and standing_now(m.status, m.left_at) = 'INVITED' order by m.invited_at, m.id),
            array(select m.id from room_membership m where m.room_id = r.id and standing_now(m.status, m.left_at) = 'LEFT'
                     and (m.left_at at time zone 'Asia/Tokyo')::date >= k.day - 7 order by m.left_at, m.id),
            ?::timestamptz
       from (select ?::date as day) k, json_to_recordset(?::json) as w(id uuid, "roomId" uuid) join room r on r.id = w."roomId"
     on conflict (room_id, week_of) do nothing returning ${toldColumns}`,
    [dueOn, at, weekOf, JSON.stringify(rooms)],
  );
}

/** Marks checks that nobody signed by their day. @returns those that this call marked */
export function markOverdue(tx: Em, today: string, at: Date, limit: number): Promise<ToldCheck[]> {
  return tx.execute(
    `update weekly_check set overdue_at = ? where id in (
       select c.id from weekly_check c join room r on r.id = c.room_id and r.status in ('ACTIVE', 'DORMANT')
        where c.completed_at is null and c.overdue_at is null and c.due_on < ?::date order by c.due_on, c.id limit ? for update of c skip locked)
     returning ${toldColumns}`,
    [at, today, limit],
  );
}

/** One post more on a day in Japan. */
export async function countPost(tx: Em, roomId: string, day: string): Promise<void> {
  await tx.execute(
    `insert into room_activity (room_id, day, posts) values (?, ?::date, 1) on conflict (room_id, day) do update set posts = room_activity.posts + 1`,
    [roomId, day],
  );
}
