/** Ranges in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Found, idArray } from '../access/index.ts';
import type { Ranges } from '../vitals/index.ts';

export interface RangeRow extends Found {
  version: number;
  ranges: Ranges;
  setById: string;
  setByName: string;
  setAt: Date;
}

const columns = `r.room_id as "roomId", r.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences,
  r.version, r.ranges, r.set_by_id as "setById", r.set_by_name as "setByName", r.set_at as "setAt"`;

/** @returns the newest of each room, newest first @param limit of each room */
export async function findRangeVersions(tx: Em, roomIds: readonly string[], limit: number): Promise<RangeRow[]> {
  const rows = await planned<Omit<RangeRow, 'setAt'> & { setAt: Date | string }>(
    tx,
    `select n.* from viewer_rooms() v cross join lateral (
       select ${columns} from vital_range r where r.room_id = v.room_id order by r.version desc limit ?) n
      where v.room_id = any(?::uuid[]) order by n.version desc`,
    [limit, idArray(roomIds)],
  );
  return rows.map((row) => ({ ...row, setAt: new Date(row.setAt) }));
}

/** @returns the ranges that hold in a room now, for the flags of new values */
export const findRanges = async (tx: Em, roomId: string): Promise<Ranges> => (await findRangeVersions(tx, [roomId], 1))[0]?.ranges ?? {};

/** One setting at a time; held until the transaction ends. */
export const lockRanges = (tx: Em, roomId: string): Promise<unknown> =>
  planned(tx, "select pg_advisory_xact_lock(hashtextextended('ranges:' || ?, 0))", [roomId]);

export type NewRanges = Pick<RangeRow, 'roomId' | 'patientId' | 'version' | 'ranges' | 'setById' | 'setByName'>;

export async function insertRanges(tx: Em, row: NewRanges): Promise<void> {
  await planned(
    tx,
    'insert into vital_range (room_id, patient_id, version, ranges, set_by_id, set_by_name) values (?, ?, ?, ?::jsonb, ?, ?)',
    [row.roomId, row.patientId, row.version, JSON.stringify(row.ranges), row.setById, row.setByName],
  );
}
