/** Visits and records of a month, for the proof of 在宅医療情報連携加算 (infra/decisions/0033). The room is obtained first. */
import { getPost, type PostRow } from '../post/index.ts';
import { grant } from '@heya/service-common/holds';
import { requirePerson, seeRoom, timelineClass, type TimelineRequest } from '../access/index.ts';
import { monthSpan } from '@heya/service-common/month';
import { countRecords, type FacilityRecords, findVisits } from './fee-record.repository.ts';

/** @returns null for whoever is not of the care team @throws BAD_USER_INPUT for a month that is none */
export async function listVisits(context: TimelineRequest, roomId: string, month: string): Promise<PostRow[] | null> {
  const span = monthSpan(month);
  if (!(await servesIn(context, roomId))) return null;
  const ids = await context.read((tx) => findVisits(tx, roomId, span));
  const posts = await Promise.all(ids.map((id) => getPost(context, id)));
  return posts.filter((post) => post !== null);
}

/** @returns how much the other facilities wrote in the ninety days up to the end of the month; null as above */
export async function listRecords(context: TimelineRequest, roomId: string, month: string): Promise<FacilityRecords[] | null> {
  const span = monthSpan(month);
  const { labels } = requirePerson(context);
  if (!(await servesIn(context, roomId))) return null;
  const rows = await context.read((tx) => countRecords(tx, roomId, span, labels.facility ?? null));
  return rows.map((row) => grant(row, [timelineClass]));
}

const servesIn = async (context: TimelineRequest, roomId: string): Promise<boolean> =>
  (await seeRoom(context, roomId))?.role === 'CARE_TEAM';
