/** Wounds in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, type Right } from '../access/index.ts';
import type { WoundDepth, WoundScores } from './wound.score.ts';

export interface WoundRow extends Found, WoundScores {
  /** Of its post as well. */
  id: string;
  woundId: string;
  audience: Audience;
  site: string;
  depth: WoundDepth;
  criticallyColonized: boolean;
  total: number;
  lengthCm: number | null;
  widthCm: number | null;
  areaCm2: number | null;
  assessedAt: Date;
  assessedById: string;
  assessedByName: string;
  correctsId: string | null;
  /** Neither corrected nor retracted. */
  isCurrent: boolean;
}

/** It stands until its post is retracted, or another corrects it that stands. */
const stands = `not exists (select 1 from post_retraction t where t.post_id = w.post_id) and not exists (
  select 1 from wound_assessment c where c.corrects_id = w.post_id and not exists (select 1 from post_retraction t where t.post_id = c.post_id))`;
const columns = `w.post_id as id, w.wound_id as "woundId", w.room_id as "roomId", w.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences,
  w.audience, w.site, w.depth, w.critically_colonized as "criticallyColonized", w.exudate, w.size, w.inflammation, w.granulation, w.necrosis, w.pocket, w.total,
  w.length_cm as "lengthCm", w.width_cm as "widthCm", w.area_cm2 as "areaCm2", w.assessed_at as "assessedAt", w.assessed_by_id as "assessedById",
  w.assessed_by_name as "assessedByName", w.corrects_id as "correctsId"`;
const visible = 'viewer_rooms() v join wound_assessment w on w.room_id = v.room_id and w.audience = any(v.audiences)';

const toRow = (row: WoundRow): WoundRow => ({ ...row, assessedAt: new Date(row.assessedAt) });

export async function findWounds(tx: Em, ids: readonly string[]): Promise<WoundRow[]> {
  const sql = `select ${columns}, ${stands} as "isCurrent" from ${visible} where w.post_id = any(?::uuid[])`;
  return (await planned<WoundRow>(tx, sql, [idArray(ids)])).map(toRow);
}

/** The newest assessment of each wound of each of these patients, newest first. */
export async function findNewest(tx: Em, patientIds: readonly string[], limit: number): Promise<WoundRow[]> {
  const rows = await planned<WoundRow>(
    tx,
    `select n.* from unnest(?::uuid[]) as k(patient_id) cross join lateral (
       select w.* from (
         select distinct on (w.wound_id) ${columns}, true as "isCurrent" from ${visible} where w.patient_id = k.patient_id and ${stands}
          order by w.wound_id, w.assessed_at desc, w.post_id desc) w
        order by w."assessedAt" desc, w.id desc limit ?) n`,
    [idArray(patientIds), limit],
  );
  return rows.map(toRow);
}

export interface SeriesBounds {
  /** Older than this assessment. */
  before: string | null;
  limit: number;
}

/** Of each wound, newest first, keyset over (assessed_at, id). */
export async function findSeries(tx: Em, woundIds: readonly string[], { before, limit }: SeriesBounds): Promise<WoundRow[]> {
  const older = before
    ? ' and (w.assessed_at, w.post_id) < (select b.assessed_at, b.post_id from wound_assessment b where b.post_id = ?::uuid)'
    : '';
  const rows = await planned<WoundRow>(
    tx,
    `select n.* from unnest(?::uuid[]) as k(wound_id) cross join lateral (
       select ${columns}, true as "isCurrent" from ${visible} where w.wound_id = k.wound_id and ${stands}${older}
        order by w.assessed_at desc, w.post_id desc limit ?) n order by n."assessedAt" desc, n.id desc`,
    [idArray(woundIds), ...(before ? [before] : []), limit],
  );
  return rows.map(toRow);
}

/** One assessment of a wound at a time; held until the transaction ends. */
export const lockWound = (tx: Em, id: string): Promise<unknown> =>
  planned(tx, "select pg_advisory_xact_lock(hashtextextended('wound:' || ?, 0))", [id.toLowerCase()]);

/** @returns what stood of a wound just before a moment, whatever is corrected now left aside */
export async function findBefore(
  tx: Em,
  { woundId, at, except }: { woundId: string; at: Date; except: string | null },
): Promise<WoundRow | undefined> {
  const [row] = await planned<WoundRow>(
    tx,
    `select ${columns}, true as "isCurrent" from ${visible} where w.wound_id = ? and w.assessed_at <= ?::timestamptz and w.post_id is distinct from ?::uuid
       and ${stands} order by w.assessed_at desc, w.post_id desc limit 1`,
    [woundId, at, except],
  );
  return row && toRow(row);
}

export type NewWound = Omit<WoundRow, 'districtId' | 'isCurrent' | keyof Right>;

export async function insertWound(tx: Em, row: NewWound): Promise<void> {
  await planned(
    tx,
    `insert into wound_assessment (post_id, wound_id, room_id, patient_id, audience, site, depth, critically_colonized, exudate, size, inflammation, granulation,
       necrosis, pocket, total, length_cm, width_cm, area_cm2, assessed_at, assessed_by_id, assessed_by_name, corrects_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.id,
      row.woundId,
      row.roomId,
      row.patientId,
      row.audience,
      row.site,
      row.depth,
      row.criticallyColonized,
      row.exudate,
      row.size,
      row.inflammation,
      row.granulation,
      row.necrosis,
      row.pocket,
      row.total,
      row.lengthCm,
      row.widthCm,
      row.areaCm2,
      row.assessedAt,
      row.assessedById,
      row.assessedByName,
      row.correctsId,
    ],
  );
}
