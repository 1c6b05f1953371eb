/** Replies in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { idArray } from '../access/index.ts';

/** Of the post that is answered, and of the reply, which may have a smaller circle. */
const answered = 'viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)';
const reply = 'r.parent_id = p.id and r.room_id = v.room_id and r.audience = any(v.audiences)';

/** @returns how many replies the viewer sees; no entry for a post without any */
export async function countReplies(tx: Em, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await planned<{ id: string; n: number }>(
    tx,
    `select p.id, count(*)::int as n from ${answered} join post r on ${reply} where p.id = any(?::uuid[]) group by p.id`,
    [idArray(postIds)],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** @param after place in the room's sequence @returns ids of the first replies to each of these posts, oldest first */
export function findReplies(tx: Em, postIds: readonly string[], after: number, limit: number): Promise<{ postId: string; id: string }[]> {
  return planned(
    tx,
    `select p.id as "postId", r.id from ${answered}
      cross join lateral (select r.id, r.seq from post r where ${reply} and r.seq > ? order by r.seq limit ?) r
      where p.id = any(?::uuid[]) order by r.seq`,
    [after, limit, idArray(postIds)],
  );
}
