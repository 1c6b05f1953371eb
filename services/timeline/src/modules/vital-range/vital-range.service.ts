/** One patient's ranges: what holds and what held (R24). */
import { grant } from '@heya/service-common/holds';
import DataLoader from 'dataloader';
import { permit, perRequest, requirePerson, seePatient, timelineClass, type TimelineRequest } from '../access/index.ts';
import { maySetRanges, type Range, usualRange, type VitalKind } from '../vitals/index.ts';
import { rangedKinds } from './vital-range.policy.ts';
import { findRangeVersions, type RangeRow } from './vital-range.repository.ts';

/** Older ones are kept, and no longer shown. */
const shownVersions = 50;

const versionsOf = perRequest(
  (context) =>
    new DataLoader<string, RangeRow[]>((ids) =>
      context.read(async (tx) => {
        const rows = (await findRangeVersions(tx, ids, shownVersions)).flatMap((row) => permit(context, row) ?? []);
        return ids.map((id) => rows.filter(({ roomId }) => roomId === id));
      }),
    ),
);

/** @returns newest first; null when this person may not see the patient's condition */
export async function rangeHistory(context: TimelineRequest, patientId: string): Promise<RangeRow[] | null> {
  const room = await seePatient(context, patientId);
  return room && versionsOf(context).load(room.roomId);
}

export interface RangeNow extends Range {
  kind: VitalKind;
  isDefault: boolean;
  setById: string | null;
  setByName: string | null;
  setAt: Date | null;
}

/** @returns a range for each kind, the usual one where nothing was set; null as above */
export async function rangesNow(context: TimelineRequest, patientId: string): Promise<RangeNow[] | null> {
  const versions = await rangeHistory(context, patientId);
  return versions && rangesIn(versions[0], rangedKinds.slice());
}

/** @param kinds which; of a version only those it names */
export function rangesIn(row: RangeRow | undefined, kinds = Object.keys(row?.ranges ?? {}) as VitalKind[]): RangeNow[] {
  return kinds.map((kind) => {
    const own = row?.ranges[kind];
    const by =
      own && row ? { setById: row.setById, setByName: row.setByName, setAt: row.setAt } : { setById: null, setByName: null, setAt: null };
    return grant({ kind, ...(own ?? usualRange(kind)), isDefault: !own, ...by }, [timelineClass]);
  });
}

/** What was read of it in this request is read anew. */
export const forgetRanges = (context: TimelineRequest, roomId: string): unknown => versionsOf(context).clear(roomId);

/** @returns null when this person may not see the patient's values */
export async function canSetRanges(context: TimelineRequest, patientId: string): Promise<boolean | null> {
  const room = await seePatient(context, patientId);
  if (!room) return null;
  const isTeam = room.authority === 'MEMBERSHIP' && room.audiences.includes('CARE_TEAM');
  return room.isWritable && maySetRanges(requirePerson(context), isTeam);
}
