/** Checks in PostgreSQL; row-level security shows officers those of their district, everybody else those their rooms are in. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';

export interface CheckRow {
  id: string;
  districtId: string;
  title: string;
  area: string | null;
  municipality: string | null;
  practice: boolean;
  startedAt: Date;
  startedById: string;
  startedByName: string;
  endedAt: Date | null;
  endedByName: string | null;
  notTicked: number;
  fingerprint: string;
}

const select = `select k.id, k.district_id as "districtId", k.title, k.area, k.municipality, k.practice, k.started_at as "startedAt",
    k.started_by_id as "startedById", k.started_by_name as "startedByName", e.ended_at as "endedAt", e.ended_by_name as "endedByName",
    k.not_ticked as "notTicked", k.fingerprint
  from safety_check k left join safety_check_end e on e.check_id = k.id`;
const toRow = (row: CheckRow): CheckRow => ({ ...row, startedAt: new Date(row.startedAt), endedAt: toDate(row.endedAt) });

export async function findChecks(tx: Em, ids: readonly string[]): Promise<CheckRow[]> {
  return (await planned<CheckRow>(tx, `${select} where k.id = any(?::uuid[])`, [`{${ids.join(',')}}`])).map(toRow);
}

/** @returns those that run, newest first */
export async function findRunning(tx: Em): Promise<CheckRow[]> {
  return (await planned<CheckRow>(tx, `${select} where e.check_id is null order by k.started_at desc, k.id desc limit 50`, [])).map(toRow);
}

export type Position = readonly [number, string] | undefined;

/** @returns all of a district, newest first */
export async function findOfDistrict(tx: Em, districtId: string, after: Position, limit: number): Promise<CheckRow[]> {
  const beyond = after ? 'and (k.started_at, k.id) < (?::timestamptz, ?::uuid)' : '';
  const values = after ? [districtId, new Date(after[0]), after[1], limit] : [districtId, limit];
  const rows = await planned<CheckRow>(
    tx,
    `${select} where k.district_id = ? ${beyond} order by k.started_at desc, k.id desc limit ?`,
    values,
  );
  return rows.map(toRow);
}

type NewCheck = Pick<
  CheckRow,
  'id' | 'districtId' | 'title' | 'area' | 'municipality' | 'practice' | 'startedById' | 'startedByName' | 'fingerprint'
>;

/** @returns false when the id is taken */
export async function insertCheck(tx: Em, check: NewCheck): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into safety_check (id, district_id, title, area, municipality, practice, started_by_id, started_by_name, not_ticked, fingerprint)
     select ?::uuid, ?::uuid, ?, ?, ?, ?::boolean, ?::uuid, ?, safety_not_ticked(), ? on conflict (id) do nothing returning id`,
    [
      check.id,
      check.districtId,
      check.title,
      check.area,
      check.municipality,
      check.practice,
      check.startedById,
      check.startedByName,
      check.fingerprint,
    ],
  );
  return rows.length === 1;
}

/** @returns how many are in it: of the municipality, and whose place is not known */
export async function insertSubjects(tx: Em, check: Pick<CheckRow, 'id' | 'municipality'>): Promise<number> {
  const rows = await planned(
    tx,
    `insert into safety_subject (check_id, room_id, patient_id, district_id)
     select ?::uuid, v.room_id, v.patient_id, v.district_id
       from safety_rooms() v left join safety_card d on d.patient_id = v.patient_id, (select ?::text as wanted) w
      where viewer_leads(v.district_id) and v.active and (w.wanted is null or d.locality is null or position(w.wanted in d.locality) > 0)
     returning patient_id`,
    [check.id, check.municipality],
  );
  return rows.length;
}

/** @returns whether it has ended only now */
export async function insertEnd(
  tx: Em,
  check: Pick<CheckRow, 'id' | 'districtId'>,
  by: { userId: string; name: string },
): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into safety_check_end (check_id, district_id, ended_by_id, ended_by_name) values (?::uuid, ?::uuid, ?::uuid, ?)
     on conflict (check_id) do nothing returning check_id`,
    [check.id, check.districtId, by.userId, by.name],
  );
  return rows.length === 1;
}
