/** Since one's last visit (R30): put together from what is there, under the reader's own rights; nothing of it is kept. */
import DataLoader from 'dataloader';
import { look, permit, perRequest, requirePerson, seeRoom, type TimelineRequest } from '../access/index.ts';
import { getPost, type PostRow } from '../post/index.ts';
import { getVitals, type VitalsRow } from '../vitals/index.ts';
import { getWound, type WoundRow } from '../wound/index.ts';
import { type DigestRow, findDigests } from './digest.repository.ts';

const digests = perRequest(
  (context) =>
    new DataLoader<string, DigestRow | null>((ids) =>
      look(context, async (tx) => {
        const { userId } = requirePerson(context);
        const rows = (await findDigests(tx, ids, { userId, now: context.now() })).flatMap((row) => permit(context, row) ?? []);
        return { value: ids.map((id) => rows.find(({ roomId }) => roomId === id) ?? null), rooms: rows };
      }),
    ),
);

/** @returns null for a room that one may not see, looks into (R18), or has never read in */
export const digestOf = async (context: TimelineRequest, roomId: string): Promise<DigestRow | null> =>
  (await seeRoom(context, roomId)) && digests(context).load(roomId);

export const postsOf = (context: TimelineRequest, ids: readonly string[]): Promise<PostRow[]> => seen(ids, (id) => getPost(context, id));

/** Corrected and retracted assessments are no change of a wound. */
export const woundsOf = async (context: TimelineRequest, { wounds }: DigestRow): Promise<WoundRow[]> =>
  (await seen(wounds, (id) => getWound(context, id))).filter(({ isCurrent }) => isCurrent);

/** Corrected values count no more here either (R24). */
export async function unusualOf(context: TimelineRequest, { vitals }: DigestRow): Promise<VitalsRow['measurements']> {
  const records = await seen(vitals, (id) => getVitals(context, id));
  return records.filter(({ isCurrent }) => isCurrent).flatMap(({ measurements }) => measurements.filter(({ flag }) => flag !== 'NORMAL'));
}

async function seen<T>(ids: readonly string[], get: (id: string) => Promise<T | null>): Promise<T[]> {
  return (await Promise.all(ids.map(get))).filter((found) => found !== null);
}
