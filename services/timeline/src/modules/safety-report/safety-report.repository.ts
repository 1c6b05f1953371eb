/** Who is in a check and what was said of them. Reads join the rooms whose safety the viewer may know of; row-level security says the same. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';
import type { SafetyEvidence, SafetyPlace, SafetyStatus } from './safety-report.policy.ts';

/** Somebody in a check, with what the room service said of them in time (infra/decisions/0054). */
export interface SubjectRow {
  checkId: string;
  roomId: string;
  patientId: string;
  districtId: string;
  name: string | null;
  locality: string | null;
  roomNumber: string | null;
  authority: 'MEMBERSHIP' | 'CENTER';
  open: boolean;
}

export interface ReportRow {
  id: string;
  checkId: string;
  roomId: string;
  patientId: string;
  districtId: string;
  status: SafetyStatus;
  evidence: SafetyEvidence;
  place: SafetyPlace | null;
  placeNote: string | null;
  needs: string | null;
  note: string | null;
  device: string | null;
  powerMinutesLeft: number | null;
  observedAt: Date;
  reportedAt: Date;
  reportedById: string;
  reportedByName: string;
  reportedByLabel: string | null;
  facilityName: string | null;
  retractedAt: Date | null;
  fingerprint: string;
}

/** Of a report `r`. */
export const reportColumns = `r.id, r.check_id as "checkId", r.room_id as "roomId", r.patient_id as "patientId", r.district_id as "districtId", r.status, r.evidence,
  r.place, r.place_note as "placeNote", r.needs, r.note, r.device, r.power_minutes_left as "powerMinutesLeft", r.observed_at as "observedAt",
  r.reported_at as "reportedAt", r.reported_by_id as "reportedById", r.reported_by_name as "reportedByName", r.reported_by_label as "reportedByLabel",
  r.facility_name as "facilityName", r.fingerprint`;

export const toReport = (row: ReportRow): ReportRow => ({
  ...row,
  observedAt: new Date(row.observedAt),
  reportedAt: new Date(row.reportedAt),
  retractedAt: toDate(row.retractedAt),
});

const subjects = `select s.check_id as "checkId", s.room_id as "roomId", s.patient_id as "patientId", s.district_id as "districtId",
    d.name, d.locality, d.room_number as "roomNumber", v.authority, v.open
  from safety_rooms() v join safety_subject s on s.room_id = v.room_id left join safety_card d on d.patient_id = s.patient_id`;
const reports = `select ${reportColumns}, t.at as "retractedAt"
  from safety_rooms() v join safety_report r on r.room_id = v.room_id left join safety_retraction t on t.report_id = r.id`;
const all = (ids: readonly string[]): string => `{${ids.join(',')}}`;

export const findSubjects = (tx: Em, checkIds: readonly string[]): Promise<SubjectRow[]> =>
  planned<SubjectRow>(tx, `${subjects} where s.check_id = any(?::uuid[])`, [all(checkIds)]);

export async function findReports(tx: Em, checkIds: readonly string[]): Promise<ReportRow[]> {
  return (await planned<ReportRow>(tx, `${reports} where r.check_id = any(?::uuid[])`, [all(checkIds)])).map(toReport);
}

/** @returns who this is in a check, for whoever may report of them */
export async function findSubject(tx: Em, checkId: string, patientId: string): Promise<SubjectRow | undefined> {
  const [row] = await planned<SubjectRow>(tx, `${subjects} where s.check_id = ?::uuid and s.patient_id = ?::uuid`, [checkId, patientId]);
  return row;
}

export async function findReport(tx: Em, id: string): Promise<ReportRow | undefined> {
  const [row] = await planned<ReportRow>(tx, `${reports} where r.id = ?::uuid`, [id]);
  return row && toReport(row);
}

type NewReport = Omit<ReportRow, 'reportedAt' | 'retractedAt'>;

/** @returns false when the id is taken */
export async function insertReport(tx: Em, row: NewReport): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into safety_report (id, check_id, room_id, patient_id, district_id, status, evidence, place, place_note, needs, note, device,
       power_minutes_left, observed_at, reported_by_id, reported_by_name, reported_by_label, facility_name, fingerprint)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
    [
      ...[row.id, row.checkId, row.roomId, row.patientId, row.districtId, row.status, row.evidence, row.place, row.placeNote],
      ...[row.needs, row.note, row.device, row.powerMinutesLeft, row.observedAt, row.reportedById, row.reportedByName],
      ...[row.reportedByLabel, row.facilityName, row.fingerprint],
    ],
  );
  return rows.length === 1;
}

/** @returns whether it is taken back only now */
export async function insertRetraction(tx: Em, { id, checkId, roomId, patientId, districtId, reportedById }: ReportRow): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into safety_retraction (report_id, check_id, room_id, patient_id, district_id, by_id) values (?, ?, ?, ?, ?, ?)
     on conflict (report_id) do nothing returning report_id`,
    [id, checkId, roomId, patientId, districtId, reportedById],
  );
  return rows.length === 1;
}
