/** Posts in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, type Right } from '../access/index.ts';
import { filterOf, type PostConditions } from './post-filter.repository.ts';
import type { Importance, PostKind } from './post.policy.ts';

export interface PostRow extends Found {
  id: string;
  seq: number;
  authorId: string;
  authorName: string;
  authorProfessionLabel: string | null;
  authorFacilityName: string | null;
  kind: PostKind;
  audience: Audience;
  importance: Importance;
  /** As it stands now. */
  body: string | null;
  vitalsId: string | null;
  parentId: string | null;
  spokenForName: string | null;
  acknowledgementRequested: boolean;
  hasAsk: boolean;
  observedAt: Date;
  createdAt: Date;
  editedAt: Date | null;
  retractedAt: Date | null;
  retractedById: string | null;
  retractedByName: string | null;
  retractionReason: string | null;
  /** Grows with each correction and with the retraction. */
  version: number;
  /** Of the text. */
  textVersion: number;
  hasMentions: boolean;
  isPinned: boolean;
  /** Whether the viewer may write in the room now. */
  isWritable: boolean;
}

export type StoredPost = Omit<PostRow, keyof Right>;
type MadeLater = 'editedAt' | 'retractedAt' | 'retractedById' | 'retractedByName' | 'retractionReason';
type MadeHere = 'seq' | 'createdAt' | 'version' | 'textVersion' | 'hasMentions' | 'isPinned' | 'isWritable' | MadeLater;
export type NewPost = Omit<StoredPost, MadeHere> & Pick<PostRow, 'hasMentions'> & { fingerprint: string };

const columns = `p.id, p.room_id as "roomId", p.patient_id as "patientId", p.district_id as "districtId", p.seq::int as seq, p.author_id as "authorId",
  p.author_name as "authorName", p.author_profession_label as "authorProfessionLabel", p.author_facility_name as "authorFacilityName",
  p.kind, p.audience, p.importance, coalesce(c.body, p.body) as body, p.vitals_id as "vitalsId", p.parent_id as "parentId",
  p.spoken_for_name as "spokenForName", p.acknowledgement_requested as "acknowledgementRequested", p.has_ask as "hasAsk", p.observed_at as "observedAt",
  p.created_at as "createdAt", c.at as "editedAt", t.at as "retractedAt", t.by_id as "retractedById", t.by_name as "retractedByName", t.reason as "retractionReason",
  coalesce(c.version, p.version) + case when t.post_id is null then 0 else 1 end as version, coalesce(c.version, p.version) as "textVersion",
  n.post_id is not null as "hasMentions", g.post_id is not null as "isPinned",
  v.open as "isWritable", v.authority, v.audiences`;
const visible = 'viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)';
/** Its newest correction, its retraction, its pin and whether it names anybody, of each post by key: an `exists` would be answered by reading all that were ever named. */
const changed = `left join lateral (select r.body, r.at, r.version from post_revision r where r.post_id = p.id order by r.version desc limit 1) c on true
  left join post_retraction t on t.post_id = p.id left join post_pin g on g.post_id = p.id and g.pinned
  left join lateral (select m.post_id from post_mention m where m.post_id = p.id limit 1) n on true`;

const toPost = (row: PostRow): PostRow => ({
  ...row,
  observedAt: new Date(row.observedAt),
  createdAt: new Date(row.createdAt),
  editedAt: toDate(row.editedAt),
  retractedAt: toDate(row.retractedAt),
});

export async function findPosts(tx: Em, ids: readonly string[]): Promise<PostRow[]> {
  const rows = await planned<PostRow>(tx, `select ${columns} from ${visible} ${changed} where p.id = any(?::uuid[])`, [idArray(ids)]);
  return rows.map(toPost);
}

export async function findPostsOfVitals(tx: Em, vitalsIds: readonly string[]): Promise<PostRow[]> {
  const rows = await planned<PostRow>(tx, `select ${columns} from ${visible} ${changed} where p.vitals_id = any(?::uuid[])`, [
    idArray(vitalsIds),
  ]);
  return rows.map(toPost);
}

/** @returns the hash of what was sent, for a post that this viewer wrote and may still see */
export async function findFingerprint(tx: Em, id: string, authorId: string): Promise<string | undefined> {
  const [row] = await planned<{ fingerprint: string }>(tx, `select p.fingerprint from ${visible} where p.id = ? and p.author_id = ?`, [
    id,
    authorId,
  ]);
  return row?.fingerprint;
}

export interface PageBounds {
  /** Older than this place. */
  below?: number | undefined;
  /** Newer than this place. */
  above?: number | undefined;
  /** From the old end. */
  ascending: boolean;
  limit: number;
}

/** A page by its place in the room's sequence; each audience is walked along its index, then merged. */
export async function findPage(
  tx: Em,
  roomId: string,
  conditions: PostConditions,
  { below, above, ascending, limit }: PageBounds,
): Promise<PostRow[]> {
  const { fan, fanValues, sql, values } = filterOf(conditions);
  const bounds: [string, number][] = [
    ...(below === undefined ? [] : [[' and p.seq < ?', below] as [string, number]]),
    ...(above === undefined ? [] : [[' and p.seq > ?', above] as [string, number]]),
  ];
  const order = ascending ? 'asc' : 'desc';
  const rows = await planned<PostRow>(
    tx,
    `select ${columns} from viewer_rooms() v cross join unnest(v.audiences) a ${fan} cross join lateral (
       select p.* from post p where p.room_id = v.room_id and p.audience = a${sql}${bounds.map(([part]) => part).join('')}
        order by p.seq ${order} limit ?) p ${changed}
      where v.room_id = ? order by p.seq ${order} limit ?`,
    [...fanValues, ...values, ...bounds.map(([, bound]) => bound), limit, roomId, limit],
  );
  return rows.map(toPost);
}

export async function countPosts(tx: Em, roomId: string, conditions: PostConditions): Promise<number> {
  const { fan, fanValues, sql, values } = filterOf(conditions);
  const [row] = await planned<{ count: string }>(
    tx,
    `select coalesce(sum(n), 0) as count from viewer_rooms() v cross join unnest(v.audiences) a ${fan} cross join lateral (
       select count(*) as n from post p where p.room_id = v.room_id and p.audience = a${sql}) p
      where v.room_id = ?`,
    [...fanValues, ...values, roomId],
  );
  return Number(row?.count ?? 0);
}

/** What stands out of a room: the last post, and where unread ones begin. */
export interface RoomDigest {
  roomId: string;
  lastPostId: string | null;
  lastActivityAt: Date | null;
  unreadCount: number;
  firstUnreadId: string | null;
}

export async function findDigests(tx: Em, roomIds: readonly string[], userId: string): Promise<RoomDigest[]> {
  const { sql, values } = filterOf({ unreadBy: userId });
  const rows = await planned<RoomDigest>(
    tx,
    `select v.room_id as "roomId", last.id as "lastPostId", last.created_at as "lastActivityAt", coalesce(unread.n, 0)::int as "unreadCount",
            (select p.id from post p where p.room_id = v.room_id and p.seq = unread.first_seq) as "firstUnreadId"
       from viewer_rooms() v
       left join lateral (
         select p.* from unnest(v.audiences) a cross join lateral (
           select p.id, p.seq, p.created_at from post p where p.room_id = v.room_id and p.audience = a order by p.seq desc limit 1) p
          order by p.seq desc limit 1) last on true
       left join lateral (
         select sum(p.n) as n, min(p.first_seq) as first_seq from unnest(v.audiences) a cross join lateral (
           select count(*) as n, min(p.seq) as first_seq from post p where p.room_id = v.room_id and p.audience = a${sql}) p) unread on true
      where v.room_id = any(?::uuid[])`,
    [...values, idArray(roomIds)],
  );
  return rows.map((row) => ({ ...row, lastActivityAt: row.lastActivityAt && new Date(row.lastActivityAt) }));
}

/**
 * The next place in the room's sequence, the post there, and the receipt of its writer, who has read it: one statement.
 * The sequence is held until the commit, so that numbers and commits have one order.
 */
export async function insertPost(tx: Em, post: NewPost, stream: string): Promise<StoredPost> {
  const [row] = await planned<{ seq: number; createdAt: Date | string; version: number }>(
    tx,
    `with place as (
       insert into stream_counter (stream, seq) values (?, 1) on conflict (stream) do update set seq = stream_counter.seq + 1 returning seq),
     written as (
       insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, author_profession_label, author_facility_name,
         kind, audience, importance, body, vitals_id, parent_id, spoken_for_name, acknowledgement_requested, has_ask, observed_at, fingerprint)
       select ?::uuid, ?::uuid, ?::uuid, ?::uuid, place.seq, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::boolean, ?::boolean, ?::timestamptz, ? from place
       returning id, room_id, author_id, author_name, audience, seq, created_at, version),
     receipt as (
       insert into read_receipt (post_id, user_id, room_id, audience, user_name, read_at)
       select id, author_id, room_id, audience, author_name, date_trunc('milliseconds', clock_timestamp()) from written)
     select seq::int as seq, created_at as "createdAt", version from written`,
    [
      stream,
      post.id,
      post.roomId,
      post.patientId,
      post.districtId,
      post.authorId,
      post.authorName,
      post.authorProfessionLabel,
      post.authorFacilityName,
      post.kind,
      post.audience,
      post.importance,
      post.body,
      post.vitalsId,
      post.parentId,
      post.spokenForName,
      post.acknowledgementRequested,
      post.hasAsk,
      post.observedAt,
      post.fingerprint,
    ],
  );
  if (!row) throw new Error('no row written');
  const { seq, version } = row;
  return { ...post, seq, createdAt: new Date(row.createdAt), version, textVersion: version, isWritable: true, ...unchanged };
}

const unchanged: Pick<PostRow, MadeLater | 'isPinned'> = {
  isPinned: false,
  editedAt: null,
  retractedAt: null,
  retractedById: null,
  retractedByName: null,
  retractionReason: null,
};

/** Somebody else's post, or one out of sight, bears the id already. */
export const isTaken = (error: unknown): boolean => codeOf(error) === '23505';

/** Row-level security refused a row: a right ended after it was looked up. */
export const isRefusedRow = (error: unknown): boolean => codeOf(error) === '42501';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
