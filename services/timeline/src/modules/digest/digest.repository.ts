/** What changed in rooms since somebody was there before this visit (R30). Reads join the viewer's rooms; row-level security repeats the same. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Found, idArray } from '../access/index.ts';
import { visitMinutes } from '../receipt/index.ts';
import { counts } from '../vitals/index.ts';

export interface DigestRow extends Found {
  /** The last reading before this visit. */
  since: Date;
  postCount: number;
  /** Ids, newest first. */
  important: string[];
  /** Of records with a value that is not as usual, newest first. */
  vitals: string[];
  wounds: string[];
  /** Doses forgotten or refused, as they were told of. */
  missedMedicines: number;
  /** Meals of which half or less was eaten, main and side taken together. */
  lowMeals: number;
  /** Ids of posts with asks that are not done, soonest due first. */
  asks: string[];
}

/** More of a room is told as this. */
const mostPosts = 500;
/** More does not fit on a page. */
const mostShown = 20;

const shown = (column: string, condition: string): string =>
  `to_jsonb(coalesce((array_agg(${column} order by p.created_at desc) filter (where ${condition}))[1:${mostShown}], '{}'))`;
/** In what a record that counts tells of daily life (R24). */
const told = (list: string, condition: string): string =>
  `coalesce(sum((select count(*) from jsonb_array_elements(coalesce(r.life->'${list}', '[]')) x where ${condition})), 0)::int`;
const missed = told('medicines', `x->>'outcome' in ('MISSED', 'REFUSED')`);
const low = told('meals', `x->>'slot' <> 'SNACK' and ((x->>'main')::int + (x->>'side')::int) / 2.0 <= 5`);
const stands = (post: string): string => `not exists (select 1 from post_retraction t where t.post_id = ${post})`;

/** Written by others and not taken back: each circle is walked from its newest along its index. */
const arrived = `select count(*)::int as "postCount", ${shown('p.id', `p.importance <> 'NORMAL'`)} as important,
    ${shown('p.vitals_id', `r.worst_flag <> 'NORMAL'`)} as vitals, ${shown('p.id', `p.kind = 'WOUND'`)} as wounds,
    ${missed} as "missedMedicines", ${low} as "lowMeals"
  from unnest(v.audiences) a cross join lateral (
    select p.id, p.kind, p.importance, p.vitals_id, p.created_at from post p
     where p.room_id = v.room_id and p.audience = a and p.created_at > g.since and p.author_id <> ? and ${stands('p.id')}
     order by p.created_at desc limit ${mostPosts}) p
   left join lateral (select r.worst_flag, r.life from vitals_record r where r.id = p.vitals_id and ${counts('r.id')}) r on true`;

const open = `select coalesce(jsonb_agg(k.post_id order by k.due_at, k.post_id), '[]') as asks from (
    select k.post_id, k.due_at from unnest(v.audiences) a cross join lateral (
      select k.post_id, k.due_at from post_ask k where k.room_id = v.room_id and k.audience = a
         and not exists (select 1 from post_ask_step d where d.post_id = k.post_id and d.kind = 'DONE') and ${stands('k.post_id')}
       order by k.due_at, k.post_id limit ${mostShown}) k
     order by k.due_at, k.post_id limit ${mostShown}) k`;

/** @param now begins a visit when the reader has not read for a while @returns nothing for a room in which this person has never read before */
export async function findDigests(tx: Em, roomIds: readonly string[], reader: { userId: string; now: Date }): Promise<DigestRow[]> {
  const { userId, now } = reader;
  const rows = await planned<DigestRow>(
    tx,
    `select v.room_id as "roomId", v.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, g.since, n.*, k.asks
       from viewer_rooms() v
      cross join lateral (
        select case when g.last_read_at < ?::timestamptz - interval '${visitMinutes} minutes' then g.last_read_at else g.before_visit_at end as since
          from reading_position g where g.room_id = v.room_id and g.user_id = ?) g
      cross join lateral (${arrived}) n cross join lateral (${open}) k
      where v.room_id = any(?::uuid[]) and v.authority = 'MEMBERSHIP' and g.since is not null`,
    [now, userId, userId, idArray(roomIds)],
  );
  return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}
