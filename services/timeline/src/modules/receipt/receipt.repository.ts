/** Receipts in the database: counted, listed and written under the same decision as the posts they belong to. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, takesPart } from '../access/index.ts';

export interface Reading extends Found {
  audience: Audience;
  postId: string;
  readCount: number;
  audienceCount: number;
  acknowledgedCount: number;
  viewerHasRead: boolean;
  viewerHasAcknowledged: boolean;
}

const right = 'v.room_id as "roomId", v.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences';
const found = `${right}, p.audience`;
const visible = 'viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)';

/** Whether a member is one who should read `p` now: of its audience, and not its writer. */
const inAudience = `m.user_id <> p.author_id and ${takesPart('p.audience')}`;

export function findReadings(tx: Em, postIds: readonly string[]): Promise<Reading[]> {
  return planned<Reading>(
    tx,
    `select p.id as "postId",
            (select count(distinct m.user_id) from room_member m where m.room_id = p.room_id and ${inAudience})::int as "audienceCount",
            (select count(distinct m.user_id) from read_receipt r join room_member m on m.room_id = r.room_id and m.user_id = r.user_id
              where r.post_id = p.id and ${inAudience})::int as "readCount",
            (select count(distinct m.user_id) from acknowledgement r join room_member m on m.room_id = r.room_id and m.user_id = r.user_id
              where r.post_id = p.id and ${inAudience})::int as "acknowledgedCount",
            exists (select 1 from read_receipt r where r.post_id = p.id and r.user_id = viewer_user()) as "viewerHasRead",
            exists (select 1 from acknowledgement r where r.post_id = p.id and r.user_id = viewer_user()) as "viewerHasAcknowledged", ${found}
       from ${visible} where p.id = any(?::uuid[])`,
    [idArray(postIds)],
  );
}

export interface ReceiptRow extends Found {
  audience: Audience;
  postId: string;
  /** null for whoever may know names only. */
  userId: string | null;
  userName: string;
  readAt: Date;
  /** Place in the list. */
  key: string;
  total: number;
}

/** The first receipts of each of these posts after a place, earliest first; a writer's own is no news. */
export async function findReceipts(
  tx: Em,
  postIds: readonly string[],
  after: readonly [number, string] | undefined,
  limit: number,
): Promise<ReceiptRow[]> {
  const beyond = after ? 'and (r.read_at, r.user_id) > (?::timestamptz, ?::uuid)' : '';
  const rows = await planned<ReceiptRow>(
    tx,
    `select p.id as "postId", case when 'CARE_TEAM' = any(v.audiences) then r.user_id end as "userId", r.user_name as "userName", r.read_at as "readAt",
            r.user_id as key, (select count(*) from read_receipt c where c.post_id = p.id and c.user_id <> p.author_id)::int as total, ${found}
       from ${visible}
      cross join lateral (select r.* from read_receipt r where r.post_id = p.id and r.user_id <> p.author_id ${beyond} order by r.read_at, r.user_id limit ?) r
      where p.id = any(?::uuid[]) order by r.read_at, r.user_id`,
    [...(after ? [new Date(after[0]), after[1]] : []), limit, idArray(postIds)],
  );
  return rows.map((row) => ({ ...row, readAt: new Date(row.readAt) }));
}

/** @returns the place of a visible post in its room */
export async function findSeq(tx: Em, roomId: string, postId: string): Promise<number | undefined> {
  const [row] = await planned<{ seq: string }>(tx, `select p.seq from ${visible} where v.room_id = ? and p.id = ?`, [roomId, postId]);
  return row && Number(row.seq);
}

export interface Reader {
  roomId: string;
  userId: string;
  userName: string;
}

/** Receipts for all this person can see up to a place and has not read yet, in order, so that two devices never wait for each other crosswise. @returns the newest of those posts, oldest first */
export async function insertReceipts(
  tx: Em,
  { roomId, userId, userName }: Reader,
  upToSeq: number,
  newest: number,
): Promise<{ postId: string; audience: Audience }[]> {
  const rows = await planned<{ postId: string; audience: Audience }>(
    tx,
    `with unread as (
       select p.id, p.room_id, p.audience, p.seq from viewer_rooms() v cross join unnest(v.audiences) a
         join post p on p.room_id = v.room_id and p.audience = a
        where v.room_id = ? and p.seq <= ?
          and p.seq > coalesce((select g.up_to_seq from reading_position g where g.room_id = ? and g.user_id = ?), 0)),
     added as (
       insert into read_receipt (post_id, user_id, room_id, audience, user_name, read_at)
       select u.id, ?::uuid, u.room_id, u.audience, ?, date_trunc('milliseconds', clock_timestamp()) from unread u order by u.seq
       on conflict do nothing returning post_id)
     select u.id as "postId", u.audience from added join unread u on u.id = added.post_id order by u.seq desc limit ?`,
    [roomId, upToSeq, roomId, userId, userId, userName, newest],
  );
  return rows.reverse();
}

/** Whoever has not read for as long as a device stays signed in by itself (R6) comes back for another visit (R30). */
export const visitMinutes = 30;

export async function movePosition(tx: Em, { roomId, userId }: Reader, upToSeq: number): Promise<void> {
  await planned(
    tx,
    `insert into reading_position as g (room_id, user_id, up_to_seq, last_read_at) values (?, ?, ?, clock_timestamp())
     on conflict (room_id, user_id) do update set up_to_seq = greatest(g.up_to_seq, excluded.up_to_seq), last_read_at = excluded.last_read_at,
       before_visit_at = case when g.last_read_at < excluded.last_read_at - interval '${visitMinutes} minutes' then g.last_read_at else g.before_visit_at end`,
    [roomId, userId, upToSeq],
  );
}

export interface LastRead extends Found {
  membershipId: string;
  lastReadAt: Date | null;
}

/** When members last read, told to the care team and of oneself. Others who see the member are not refused: to them it is not told. */
export async function findLastRead(tx: Em, membershipIds: readonly string[]): Promise<LastRead[]> {
  const rows = await planned<LastRead>(
    tx,
    `select m.membership_id as "membershipId", ${right},
            case when 'CARE_TEAM' = any(v.audiences) or m.user_id = viewer_user() then g.last_read_at end as "lastReadAt"
       from viewer_rooms() v join room_member m on m.room_id = v.room_id
       left join reading_position g on g.room_id = m.room_id and g.user_id = m.user_id
      where m.membership_id = any(?::uuid[])`,
    [idArray(membershipIds)],
  );
  return rows.map((row) => ({ ...row, lastReadAt: row.lastReadAt && new Date(row.lastReadAt) }));
}

export interface UnreadImportant extends Found {
  membershipId: string;
  /** null: not told to this viewer. */
  unreadImportant: number | null;
}

/** More than this is told as this. */
const mostUnread = 100;

/** Important posts of an audience `a` that member `m` has neither written nor read. */
const unreadOf = `select 1 from post p where p.room_id = m.room_id and p.audience = a and p.importance <> 'NORMAL'
  and p.seq > coalesce(g.up_to_seq, 0) and p.author_id <> m.user_id
  and not exists (select 1 from read_receipt r where r.post_id = p.id and r.user_id = m.user_id)
  and not exists (select 1 from post_retraction t where t.post_id = p.id)`;

/** How many important posts members have not read, told to the care team and of oneself (R15). */
export function findUnreadImportant(tx: Em, membershipIds: readonly string[]): Promise<UnreadImportant[]> {
  return planned<UnreadImportant>(
    tx,
    `select m.membership_id as "membershipId", ${right},
            case when 'CARE_TEAM' = any(v.audiences) or m.user_id = viewer_user() then coalesce(n.unread, 0)::int end as "unreadImportant"
       from viewer_rooms() v join room_member m on m.room_id = v.room_id
       left join reading_position g on g.room_id = m.room_id and g.user_id = m.user_id
       left join lateral (
         select count(*) as unread from (
           select 1 from unnest(case when m.role = 'CARE_TEAM' then array['CARE_TEAM', 'EVERYONE'] when m.role <> 'FAMILY' or v.to_family then array['EVERYONE'] else '{}' end) a
            cross join lateral (${unreadOf}) p limit ${mostUnread}) first_ones) n
         on holds_now(m.status, m.valid_from, m.valid_until)
      where m.membership_id = any(?::uuid[])`,
    [idArray(membershipIds)],
  );
}
