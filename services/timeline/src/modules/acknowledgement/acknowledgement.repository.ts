/** 了解 in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray } from '../access/index.ts';
import type { PostRow } from '../post/index.ts';

/** @returns whether it is new */
export async function insertAcknowledgement(
  tx: Em,
  { id, roomId, patientId, audience }: Pick<PostRow, 'id' | 'roomId' | 'patientId' | 'audience'>,
  by: { userId: string; userName: string },
): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into acknowledgement (post_id, user_id, room_id, patient_id, audience, user_name) values (?, ?, ?, ?, ?, ?)
     on conflict do nothing returning post_id`,
    [id, by.userId, roomId, patientId, audience, by.userName],
  );
  return rows.length > 0;
}

export interface AcknowledgementRow extends Found {
  audience: Audience;
  postId: string;
  /** null for whoever may know names only. */
  userId: string | null;
  userName: string;
  at: Date;
}

/** A room has some dozens of members, so a post has no more of these. */
export async function findAcknowledgements(tx: Em, postIds: readonly string[]): Promise<AcknowledgementRow[]> {
  const rows = await planned<Omit<AcknowledgementRow, 'at'> & { at: Date | string }>(
    tx,
    `select a.post_id as "postId", a.room_id as "roomId", a.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, a.audience,
            case when 'CARE_TEAM' = any(v.audiences) then a.user_id end as "userId", a.user_name as "userName", a.at
       from viewer_rooms() v join acknowledgement a on a.room_id = v.room_id and a.audience = any(v.audiences)
      where a.post_id = any(?::uuid[]) order by a.at, a.user_id`,
    [idArray(postIds)],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** @returns ids of posts that ask this person for 了解 and have none of theirs, newest first, after a place */
export async function findAwaiting(
  tx: Em,
  userId: string,
  after: readonly [number, string] | undefined,
  limit: number,
): Promise<{ id: string; createdAt: Date }[]> {
  const beyond = after ? 'and (p.created_at, p.id) < (?::timestamptz, ?::uuid)' : '';
  const rows = await planned<{ id: string; createdAt: Date | string }>(
    tx,
    `select p.id, date_trunc('milliseconds', p.created_at) as "createdAt"
       from viewer_rooms() v cross join unnest(v.audiences) a join post p on p.room_id = v.room_id and p.audience = a and p.acknowledgement_requested
      where v.authority = 'MEMBERSHIP' and p.author_id <> ? ${beyond}
        and not exists (select 1 from acknowledgement g where g.post_id = p.id and g.user_id = ?)
        and not exists (select 1 from post_retraction t where t.post_id = p.id)
      order by p.created_at desc, p.id desc limit ?`,
    [userId, ...(after ? [new Date(after[0]), after[1]] : []), userId, limit],
  );
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}
