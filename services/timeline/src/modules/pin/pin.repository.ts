/** Pins in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { idArray } from '../access/index.ts';
import type { PostRow } from '../post/index.ts';

const held = 'viewer_rooms() v join post_pin g on g.room_id = v.room_id and g.audience = any(v.audiences) and g.pinned';

/** @returns ids of posts, newest pin first, by room */
export function findPinned(tx: Em, roomIds: readonly string[]): Promise<{ postId: string; roomId: string }[]> {
  return planned(
    tx,
    `select g.post_id as "postId", g.room_id as "roomId" from ${held} where v.room_id = any(?::uuid[])
        and not exists (select 1 from post_retraction t where t.post_id = g.post_id) order by g.at desc, g.post_id`,
    [idArray(roomIds)],
  );
}

type Pinned = Pick<PostRow, 'id' | 'roomId' | 'patientId' | 'audience'>;

/** @returns whether anything changed */
export async function setPin(tx: Em, post: Pinned, pinned: boolean, by: { userId: string; userName: string }): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into post_pin as g (post_id, room_id, patient_id, audience, pinned, by_id, by_name) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (post_id) do update set pinned = excluded.pinned, by_id = excluded.by_id, by_name = excluded.by_name, at = clock_timestamp()
       where g.pinned <> excluded.pinned returning post_id`,
    [post.id, post.roomId, post.patientId, post.audience, pinned, by.userId, by.userName],
  );
  return rows.length > 0;
}
