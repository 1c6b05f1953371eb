/** What doctors wrote at their visits, and how much the others wrote. Reads join the viewer's rooms; row-level security repeats the same. */
import type { Em } from '@heya/service-common/orm';
import type { MonthSpan } from '@heya/service-common/month';
import { planned } from '@heya/service-common/planned';

/** More visits than a month has. */
const mostVisits = 100;

/** @returns ids of posts, oldest visit first; what was retracted is no record of a visit */
export async function findVisits(tx: Em, roomId: string, { from, to }: MonthSpan): Promise<string[]> {
  const rows = await planned<{ id: string }>(
    tx,
    `select p.id from viewer_rooms() v join post_visit s on s.room_id = v.room_id and s.audience = any(v.audiences) join post p on p.id = s.post_id
      where v.room_id = ? and p.observed_at >= ?::timestamptz and p.observed_at < ?::timestamptz
        and not exists (select 1 from post_retraction r where r.post_id = p.id)
      order by p.observed_at, p.seq limit ${mostVisits}`,
    [roomId, from, to],
  );
  return rows.map(({ id }) => id);
}

export interface FacilityRecords {
  facilityName: string;
  posts: number;
  lastAt: Date;
}

/** The ninety days up to the end of the month. */
const recordsMs = 90 * 86_400_000;

/** @param ownFacility its name as it stands beside what its people write */
export async function countRecords(tx: Em, roomId: string, { to }: MonthSpan, ownFacility: string | null): Promise<FacilityRecords[]> {
  const rows = await planned<{ facilityName: string; posts: number; lastAt: Date | string }>(
    tx,
    `select p.author_facility_name as "facilityName", count(*)::int as posts, max(p.observed_at) as "lastAt"
       from viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)
      where v.room_id = ? and p.observed_at >= ?::timestamptz and p.observed_at < ?::timestamptz
        and p.author_facility_name is not null and p.author_facility_name is distinct from ?::text
        and not exists (select 1 from post_retraction r where r.post_id = p.id)
      group by p.author_facility_name order by 2 desc, 1`,
    [roomId, new Date(to.getTime() - recordsMs), to, ownFacility],
  );
  return rows.map((row) => ({ ...row, lastAt: new Date(row.lastAt) }));
}
