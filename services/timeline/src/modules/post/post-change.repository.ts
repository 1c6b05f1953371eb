/** Corrections and retractions in the database. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray } from '../access/index.ts';
import type { PostRow } from './post.repository.ts';

/** One change of a post at a time; held until the transaction ends. */
export const lockPost = (tx: Em, id: string): Promise<unknown> =>
  planned(tx, "select pg_advisory_xact_lock(hashtextextended('post:' || ?, 0))", [id.toLowerCase()]);

type Changed = Pick<PostRow, 'id' | 'roomId' | 'patientId' | 'audience'>;
interface By {
  userId: string;
  userName: string;
}

export async function insertRevision(tx: Em, post: Changed, by: By, revision: { version: number; body: string }): Promise<void> {
  await planned(
    tx,
    `insert into post_revision (post_id, version, room_id, patient_id, audience, body, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [post.id, revision.version, post.roomId, post.patientId, post.audience, revision.body, by.userId, by.userName],
  );
}

export async function insertRetraction(tx: Em, post: Changed, by: By, reason: string): Promise<void> {
  await planned(
    tx,
    `insert into post_retraction (post_id, room_id, patient_id, audience, reason, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?)`,
    [post.id, post.roomId, post.patientId, post.audience, reason, by.userId, by.userName],
  );
}

export interface RevisionRow extends Found {
  postId: string;
  audience: Audience;
  version: number;
  at: Date;
  byId: string;
  byName: string;
  body: string;
}

/** Every text that a post has had, oldest first, the one of now included; a post that began without words begins with its first correction. */
export async function findRevisions(tx: Em, postIds: readonly string[]): Promise<RevisionRow[]> {
  const rows = await planned<Omit<RevisionRow, 'at'> & { at: Date | string }>(
    tx,
    `select p.id as "postId", p.room_id as "roomId", p.patient_id as "patientId", p.district_id as "districtId", v.authority, v.audiences, p.audience,
            t.version, t.at, t.by_id as "byId", t.by_name as "byName", t.body
       from viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)
      cross join lateral (
        select p.version, p.created_at as at, p.author_id as by_id, p.author_name as by_name, p.body where p.body is not null
        union all select r.version, r.at, r.by_id, r.by_name, r.body from post_revision r where r.post_id = p.id) t
      where p.id = any(?::uuid[]) order by t.version`,
    [idArray(postIds)],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
