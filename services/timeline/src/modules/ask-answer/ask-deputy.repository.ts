/** Deputies in the database; row-level security decides again who may name whom. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { takesPart } from '../access/index.ts';
import type { PostRow } from '../post/index.ts';

interface Naming {
  userId: string;
  by: { userId: string; userName: string };
}

/** @returns whether somebody takes part in the post's room and sees it; its writer never */
export async function canAnswer(tx: Em, { roomId, audience, authorId }: PostRow, userId: string): Promise<boolean> {
  const rows = await planned(
    tx,
    `select 1 from viewer_rooms() v join room_member m on m.room_id = v.room_id
      where v.room_id = ? and m.user_id = ? and m.user_id <> ? and ${takesPart('?::text')} limit 1`,
    [roomId, userId, authorId, audience],
  );
  return rows.length > 0;
}

/** @returns false when this person was named already */
export async function insertDeputy(tx: Em, post: PostRow, { userId, by }: Naming): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into post_ask_deputy (post_id, user_id, room_id, patient_id, audience, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing returning 1`,
    [post.id, userId, post.roomId, post.patientId, post.audience, by.userId, by.userName],
  );
  return rows.length > 0;
}
