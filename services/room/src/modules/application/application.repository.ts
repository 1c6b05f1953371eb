/** Applications in PostgreSQL, under the viewer's row-level security. */
import type { ApplicationState, MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { CareSituation } from './application.entity.ts';
import type { ApplicationProgress } from './application.machine.policy.ts';

export interface MemberRow {
  userId: string;
  displayName: string;
  profession: string | null;
  facilityId: string | null;
  facilityName: string | null;
  role: MemberRole;
  isSteward: boolean;
}

export interface ApplicationRow {
  id: string;
  district_id: string;
  form: string;
  receipt_number: string;
  status: ApplicationState;
  channel: string;
  patient_id: string;
  room_id: string | null;
  applicant_id: string;
  applicant_name: string;
  facility_id: string | null;
  consent_id: string;
  situation: CareSituation | null;
  reason: string | null;
  body_hash: string;
  submitted_at: Date | string;
  expected_by: string;
  checked_by: string | null;
  checked_at: Date | string | null;
  decided_by: string | null;
  decided_at: Date | string | null;
  decision_reason: string | null;
  version: number;
  members: MemberRow[];
  consent_in_force: boolean;
}

// The form with the people it names, and whether its patient's consent stands, in one snapshot.
const selectApplication = `
  select a.id, a.district_id, a.form, a.receipt_number, a.status, a.channel, a.patient_id, a.room_id, a.applicant_id, a.applicant_name,
         a.facility_id, a.consent_id, a.situation, a.reason, a.body_hash, a.submitted_at, a.expected_by::text as expected_by, a.checked_by,
         a.checked_at, a.decided_by, a.decided_at, a.decision_reason, a.version, consent_in_force(a.patient_id) as consent_in_force,
         (select json_agg(json_build_object('userId', m.user_id, 'displayName', m.display_name, 'profession', m.profession,
                   'facilityId', m.facility_id, 'facilityName', m.facility_name, 'role', m.role, 'isSteward', m.is_steward) order by m.place)
            from proposed_member m where m.application_id = a.id) as members
    from room_application a`;

export function selectApplications(tx: Em, ids: readonly string[]): Promise<ApplicationRow[]> {
  return tx.execute(`${selectApplication} where a.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** Holds the application until the transaction ends: two officers do not decide at once. */
export async function lockApplication(tx: Em, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await tx.execute<ApplicationRow[]>(`${selectApplication} where a.id = ? for update of a`, [id]);
  return row;
}

/** @returns ids of the viewer's own applications, newest first */
export async function selectOwnApplications(tx: Em, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    'select id from room_application where applicant_id = viewer_id() order by submitted_at desc, id desc limit ?',
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** @returns whether the patient has a room, or an application under way */
export async function hasOpenApplication(tx: Em, patientId: string): Promise<boolean> {
  const [row] = await tx.execute<{ open: boolean }[]>('select patient_has_room(?) or patient_has_application(?) as open', [
    patientId,
    patientId,
  ]);
  return row?.open ?? false;
}

export interface NewApplication {
  id: string;
  districtId: string;
  receiptNumber: string;
  patientId: string;
  applicantId: string;
  applicantName: string;
  facilityId: string | null;
  consentId: string;
  situation: CareSituation | null;
  reason: string | null;
  bodyHash: string;
  submittedAt: Date;
  expectedBy: string;
}

/** @returns false when the id is taken, whoever by */
export async function insertApplication(tx: Em, a: NewApplication): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room_application (id, district_id, form, receipt_number, status, channel, patient_id, applicant_id, applicant_name, facility_id,
       consent_id, situation, reason, body_hash, submitted_at, expected_by, version)
     values (?, ?, 'FORM_4_1', ?, 'SUBMITTED', 'PORTAL', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing`,
    [
      a.id,
      a.districtId,
      a.receiptNumber,
      a.patientId,
      a.applicantId,
      a.applicantName,
      a.facilityId,
      a.consentId,
      a.situation,
      a.reason,
      a.bodyHash,
      a.submittedAt,
      a.expectedBy,
    ],
    'run',
  );
  return affectedRows === 1;
}

export async function insertMembers(tx: Em, applicationId: string, members: readonly MemberRow[]): Promise<void> {
  for (const [place, m] of members.entries()) {
    await tx.execute(
      `insert into proposed_member (application_id, user_id, place, display_name, profession, facility_id, facility_name, role, is_steward)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [applicationId, m.userId, place, m.displayName, m.profession, m.facilityId, m.facilityName, m.role, m.isSteward],
    );
  }
}

export interface Decision {
  next: ApplicationProgress;
  /** Kept with RETURN and REJECT. */
  reason?: string | null;
  roomId?: string | null;
  at: Date;
}

export async function saveProgress(tx: Em, row: ApplicationRow, { next, reason, roomId, at }: Decision): Promise<void> {
  const newly = (before: string | null, after: string | null): boolean => after !== null && after !== before;
  await tx.execute(
    `update room_application set status = ?, checked_by = ?, checked_at = ?, decided_by = ?, decided_at = ?, decision_reason = ?, room_id = ?,
       version = version + 1 where id = ?`,
    [
      next.status,
      next.checkedBy,
      newly(row.checked_by, next.checkedBy) ? at : row.checked_at,
      next.decidedBy,
      newly(row.decided_by, next.decidedBy) ? at : row.decided_at,
      reason ?? row.decision_reason,
      roomId ?? row.room_id,
      row.id,
    ],
  );
}
