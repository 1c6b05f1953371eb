/** Measured values in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, type Right } from '../access/index.ts';
import type { Told, VitalAlert } from './vitals.alerts.policy.ts';
import type { Life } from './vitals.life.ts';
import { type VitalKind, vitalKinds } from './vitals.limits.ts';
import type { VitalContext, VitalFlag, VitalSource } from './vitals.policy.ts';

export interface MeasurementRow {
  kind: VitalKind;
  value: number;
  unit: string;
  loincCode: string;
  flag: VitalFlag;
  context: VitalContext | null;
  takenAt: Date;
}

export interface VitalsRow extends Found {
  id: string;
  takenAt: Date;
  takenById: string;
  takenByName: string;
  oxygenLitersPerMinute: number | null;
  note: string | null;
  source: VitalSource;
  worstFlag: VitalFlag;
  life: Life | null;
  alerts: VitalAlert[];
  correctsId: string | null;
  correctionReason: string | null;
  /** What took its place. */
  correctedById: string | null;
  /** Neither corrected nor taken back. */
  isCurrent: boolean;
  /** Its room takes entries. */
  isWritable: boolean;
  audience: Audience;
  measurements: MeasurementRow[];
}

export type NewVitals = Omit<VitalsRow, 'districtId' | 'correctedById' | 'isCurrent' | 'isWritable' | keyof Right>;

/** `offset 0`: asked of each record by its post, where a join would read the posts of every room for a long series. */
const takenBack = (id: string): string =>
  `exists (select 1 from post p join post_retraction t on t.post_id = p.id where p.vitals_id = ${id} offset 0)`;
/** A correction that was taken back still holds off what it corrected while one of its own corrections stands: of a chain one counts. */
const isHeld = (id: string): string =>
  `exists (with recursive later as (select n.id from vitals_record n where n.corrects_id = ${id} union all
     select n.id from vitals_record n join later l on n.corrects_id = l.id) select 1 from later l where not ${takenBack('l.id')})`;
const correction = (id: string): string =>
  `from vitals_record c where c.corrects_id = ${id} and c.audience = any(v.audiences) and (not ${takenBack('c.id')} or ${isHeld('c.id')})`;
/** @returns SQL: whether the record with this id counts, for the viewer's room `v` */
export const counts = (id: string): string => `not exists (select 1 ${correction(id)}) and not ${takenBack(id)}`;

const columns = `r.id, r.room_id as "roomId", r.patient_id as "patientId", v.district_id as "districtId", r.taken_at as "takenAt",
  r.taken_by_id as "takenById", r.taken_by_name as "takenByName", r.oxygen_liters_per_minute as "oxygenLitersPerMinute", r.note, r.source,
  r.worst_flag as "worstFlag", r.life, to_json(r.alerts) as alerts, r.corrects_id as "correctsId", r.correction_reason as "correctionReason",
  (select c.id ${correction('r.id')} order by c.created_at desc limit 1) as "correctedById", (${counts('r.id')}) as "isCurrent", v.open as "isWritable", r.audience, v.authority, v.audiences,
  (select jsonb_agg(jsonb_build_object('kind', m.kind, 'value', m.value, 'unit', m.unit, 'loincCode', m.loinc_code, 'flag', m.flag, 'context', m.context)
     order by m.ordinal) from vital_measurement m where m.record_id = r.id) as measurements`;

type RawVitals = Omit<VitalsRow, 'measurements' | 'takenAt'> & {
  takenAt: Date | string;
  measurements: Omit<MeasurementRow, 'takenAt'>[] | null;
};

function toVitals(row: RawVitals): VitalsRow {
  const takenAt = new Date(row.takenAt);
  return { ...row, takenAt, measurements: (row.measurements ?? []).map((measurement) => ({ ...measurement, takenAt })) };
}

export async function findVitals(tx: Em, ids: readonly string[]): Promise<VitalsRow[]> {
  const rows = await planned<RawVitals>(
    tx,
    `select ${columns} from viewer_rooms() v join vitals_record r on r.room_id = v.room_id and r.audience = any(v.audiences) where r.id = any(?::uuid[])`,
    [idArray(ids)],
  );
  return rows.map(toVitals);
}

export interface VitalsSpan {
  patientId: string;
  from: Date | null;
  to: Date | null;
}

/** `after`: [taken at (ms), id] of the last one before the page. */
export interface VitalsPage {
  after: readonly [number, string] | undefined;
  limit: number;
}

const ofPatient = 'from vitals_record r join viewer_rooms() v on v.room_id = r.room_id and r.audience = any(v.audiences)';

function spanConditions({ patientId, from, to }: VitalsSpan): { conditions: string[]; values: unknown[] } {
  const bounds = [
    ['r.taken_at >= ?', from],
    ['r.taken_at < ?', to],
  ].filter(([, bound]) => bound !== null) as [string, Date][];
  return { conditions: ['r.patient_id = ?', ...bounds.map(([sql]) => sql)], values: [patientId, ...bounds.map(([, bound]) => bound)] };
}

/** Newest first, keyset over (taken_at, id). */
export async function findVitalsOfPatient(tx: Em, span: VitalsSpan, { after, limit }: VitalsPage): Promise<VitalsRow[]> {
  const { conditions, values } = spanConditions(span);
  if (after) {
    conditions.push('(r.taken_at, r.id) < (?::timestamptz, ?::uuid)');
    values.push(new Date(after[0]), after[1]);
  }
  const rows = await planned<RawVitals>(
    tx,
    `select ${columns} ${ofPatient} where ${conditions.join(' and ')} order by r.taken_at desc, r.id desc limit ?`,
    [...values, limit],
  );
  return rows.map(toVitals);
}

export async function countVitalsOfPatient(tx: Em, span: VitalsSpan): Promise<number> {
  const { conditions, values } = spanConditions(span);
  const [row] = await planned<{ count: string }>(tx, `select count(*) as count ${ofPatient} where ${conditions.join(' and ')}`, values);
  return Number(row?.count ?? 0);
}

/** A value by itself, with the audience of the record it belongs to. */
export interface LatestRow extends MeasurementRow, Found {
  audience: Audience;
}

/** The newest value of each kind, for each of these patients. */
export async function findLatest(tx: Em, patientIds: readonly string[]): Promise<LatestRow[]> {
  const rows = await planned<Omit<LatestRow, 'takenAt'> & { takenAt: Date | string }>(
    tx,
    `select v.room_id as "roomId", v.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, m.audience,
            m.kind, m.value, m.unit, m.loinc_code as "loincCode", m.flag, m.context, m.taken_at as "takenAt"
       from viewer_rooms() v
      cross join unnest(?::text[]) with ordinality as k(kind, place)
      cross join lateral (
        select newest.* from unnest(v.audiences) a cross join lateral (
          select n.* from vital_measurement n
           where n.patient_id = v.patient_id and n.kind = k.kind and n.audience = a and n.room_id = v.room_id and ${counts('n.record_id')}
           order by n.taken_at desc limit 1) newest
        order by newest.taken_at desc limit 1) m
      where v.patient_id = any(?::uuid[]) order by k.place`,
    [`{${vitalKinds.join(',')}}`, idArray(patientIds)],
  );
  return rows.map((row) => ({ ...row, takenAt: new Date(row.takenAt) }));
}

export async function insertVitals(tx: Em, record: NewVitals): Promise<void> {
  const { id, roomId, patientId, audience, takenAt } = record;
  await planned(
    tx,
    `with record as (
       insert into vitals_record (id, room_id, patient_id, audience, taken_at, taken_by_id, taken_by_name, oxygen_liters_per_minute, note, source, worst_flag,
         life, alerts, corrects_id, correction_reason)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::text[], ?::uuid, ?) returning id, room_id, patient_id, audience, taken_at)
     insert into vital_measurement (record_id, ordinal, room_id, patient_id, audience, taken_at, kind, value, unit, loinc_code, flag, context)
     select r.id, m.ordinal, r.room_id, r.patient_id, r.audience, r.taken_at, m.kind, m.value, m.unit, m."loincCode", m.flag, m.context
       from record r cross join jsonb_to_recordset(?::jsonb) as m(ordinal smallint, kind text, value float8, unit text, "loincCode" text, flag text, context text)`,
    [
      id,
      roomId,
      patientId,
      audience,
      takenAt,
      record.takenById,
      record.takenByName,
      record.oxygenLitersPerMinute,
      record.note,
      record.source,
      record.worstFlag,
      record.life && JSON.stringify(record.life),
      `{${record.alerts.join(',')}}`,
      record.correctsId,
      record.correctionReason,
      JSON.stringify(record.measurements.map((measurement, ordinal) => ({ ...measurement, ordinal }))),
    ],
  );
}

/** One change of a record at a time; held until the transaction ends. */
export const lockVitals = (tx: Em, id: string): Promise<unknown> =>
  planned(tx, "select pg_advisory_xact_lock(hashtextextended('vitals:' || ?, 0))", [id.toLowerCase()]);

/** More than anybody writes in a month. */
const mostTold = 1000;

/** @returns what counts of a month, newest first, as far as a record for this audience may be held against it; `except` is being corrected */
export async function findTold(
  tx: Em,
  { patientId, audience, except }: { patientId: string; audience: Audience; except: string | null },
  [from, to]: readonly [Date, Date],
): Promise<Told[]> {
  const rows = await planned<{ takenAt: Date | string; life: Life | null; values: Partial<Record<VitalKind, number>> | null }>(
    tx,
    `select r.taken_at as "takenAt", r.life,
            (select jsonb_object_agg(m.kind, m.value) from vital_measurement m
              where m.record_id = r.id and m.kind in ('WEIGHT', 'FLUID_INTAKE', 'URINE_VOLUME')) as values
       ${ofPatient} where r.patient_id = ? and (r.audience = 'EVERYONE' or ? = 'CARE_TEAM') and r.taken_at >= ?::timestamptz and r.taken_at < ?::timestamptz
        and r.id is distinct from ?::uuid and ${counts('r.id')} order by r.taken_at desc limit ${mostTold}`,
    [patientId, audience, from, to, except],
  );
  return rows.map(({ takenAt, life, values }) => ({
    takenAt: new Date(takenAt),
    life,
    weight: values?.WEIGHT ?? null,
    fluid: values?.FLUID_INTAKE ?? null,
    urine: values?.URINE_VOLUME ?? null,
  }));
}
