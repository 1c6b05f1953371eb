/** Values over time in the database: one statement for all kinds, along the index of a kind. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import type { Audience, Found } from '../access/index.ts';
import { counts, type VitalFlag, type VitalKind } from '../vitals/index.ts';

export interface PointRow extends Found {
  audience: Audience;
  kind: VitalKind;
  at: Date;
  value: number;
  flag: VitalFlag;
  recordId: string;
}

export interface SeriesSpan {
  patientId: string;
  kinds: readonly VitalKind[];
  from: Date;
  to: Date;
}

/** @returns what counts, oldest first; the newest `limit` of each kind */
export async function findPoints(tx: Em, { patientId, kinds, from, to }: SeriesSpan, limit: number): Promise<PointRow[]> {
  const rows = await planned<Omit<PointRow, 'at'> & { at: Date | string }>(
    tx,
    `select n.* from viewer_rooms() v cross join unnest(?::text[]) as k(kind) cross join lateral (
       select v.room_id as "roomId", v.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, m.audience,
              m.kind, m.taken_at as at, m.value, m.flag, m.record_id as "recordId"
         from vital_measurement m
        where m.patient_id = v.patient_id and m.kind = k.kind and m.audience = any(v.audiences) and m.room_id = v.room_id
          and m.taken_at >= ?::timestamptz and m.taken_at < ?::timestamptz and ${counts('m.record_id')}
        order by m.taken_at desc limit ?) n
      where v.patient_id = ? order by n.at, n."recordId"`,
    [`{${kinds.join(',')}}`, from, to, limit, patientId],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
