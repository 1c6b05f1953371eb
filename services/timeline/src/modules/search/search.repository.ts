/** What a search finds in the database: `search_hits` begins with the viewer's rooms, and each post it names is read under row-level security. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { filterOfFound, type PostConditions } from '../post/index.ts';

/** Where a hit stands in the list: the moment its post arrived (ms), and its id. */
export interface HitPlace {
  id: string;
  foundAt: number;
}

export interface Wanted {
  words: readonly string[];
  conditions: PostConditions;
  after: HitPlace | undefined;
  limit: number;
}

/** @returns hits, newest first */
export async function findHits(tx: Em, { words, conditions, after, limit }: Wanted): Promise<HitPlace[]> {
  const { sql, values } = filterOfFound(conditions);
  // What the index does not know is compared afterwards: then all that it names is needed.
  const most = isPlain(conditions) ? limit : null;
  return planned<HitPlace>(
    tx,
    `select p.id, (extract(epoch from h.found_at) * 1000)::float8 as "foundAt"
       from search_hits(array(select jsonb_array_elements_text(?::jsonb)), ?::uuid, to_timestamp(?::float8 / 1000), ?::uuid, ?::int) h
       join viewer_rooms() v on v.room_id = h.room_id join post p on p.id = h.post_id and p.room_id = v.room_id and p.audience = any(v.audiences)
      where true${sql} order by h.found_at desc, p.id desc limit ?`,
    [JSON.stringify(words), conditions.roomId ?? null, after?.foundAt ?? null, after?.id ?? null, most, ...values, limit],
  );
}

function isPlain({ roomId: _, ...others }: PostConditions): boolean {
  return Object.values(others).every((value) => value === null || value === undefined);
}
