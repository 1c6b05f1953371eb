/** Forms as they are received, in PostgreSQL under the viewer's row-level security. */
import type { MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { CareSituation, ClosureReason, RoomForm } from './application.entity.ts';
import type { CopyRow, MemberRow } from './application.repository.ts';

/** What the form says, as it is kept. */
export interface FormFields {
  form: RoomForm;
  patientId: string;
  roomId: string | null;
  consentId: string | null;
  situation: CareSituation | null;
  reason: string | null;
  effectiveAt: Date | null;
  newStewardId: string | null;
  newStewardName: string | null;
  closureReason: ClosureReason | null;
  informed: string | null;
  exportToId: string | null;
  exportToName: string | null;
  bodyHash: string;
}

export interface NewApplication extends FormFields {
  id: string;
  districtId: string;
  receiptNumber: string;
  applicantId: string;
  applicantName: string;
  facilityId: string | null;
  submittedAt: Date;
  expectedBy: string;
}

const formColumns = [
  'form',
  'patient_id',
  'room_id',
  'consent_id',
  'situation',
  'reason',
  'effective_at',
  'new_steward_id',
  'new_steward_name',
  'closure_reason',
  'informed',
  'export_to_id',
  'export_to_name',
  'body_hash',
];
const formValues = (f: FormFields): unknown[] => [
  f.form,
  f.patientId,
  f.roomId,
  f.consentId,
  f.situation,
  f.reason,
  f.effectiveAt,
  f.newStewardId,
  f.newStewardName,
  f.closureReason,
  f.informed,
  f.exportToId,
  f.exportToName,
  f.bodyHash,
];

/** @returns false when the id is taken, whoever by, or the room has such a form under way */
export async function insertApplication(tx: Em, a: NewApplication): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room_application (${formColumns.join(', ')}, id, district_id, receipt_number, status, channel, applicant_id, applicant_name, facility_id,
       submitted_at, expected_by, version)
     values (${formColumns.map(() => '?').join(', ')}, ?, ?, ?, 'SUBMITTED', 'PORTAL', ?, ?, ?, ?, ?, 1) on conflict do nothing`,
    [...formValues(a), a.id, a.districtId, a.receiptNumber, a.applicantId, a.applicantName, a.facilityId, a.submittedAt, a.expectedBy],
    'run',
  );
  return affectedRows === 1;
}

/** Filed anew: what the form names now takes the place of what it named. */
export async function rewriteApplication(tx: Em, id: string, fields: FormFields, expectedBy: string): Promise<void> {
  for (const table of ['proposed_member', 'closure_copy']) await tx.execute(`delete from ${table} where application_id = ?`, [id]);
  await tx.execute('delete from membership_removal where application_id = ? and called_off_at is not null', [id]);
  await tx.execute(
    `update room_application set ${formColumns.map((column) => `${column} = ?`).join(', ')}, expected_by = ?, status = 'SUBMITTED', checked_by = null,
       checked_at = null, decided_by = null, decided_at = null, decision_reason = null, version = version + 1 where id = ?`,
    [...formValues(fields), expectedBy, id],
  );
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

export interface NewRemoval {
  membershipId: string;
  displayName: string;
  role: MemberRole;
  endsAt: Date;
}

export async function insertRemovals(tx: Em, applicationId: string, removals: readonly NewRemoval[]): Promise<void> {
  for (const [place, r] of removals.entries())
    await tx.execute(
      'insert into membership_removal (application_id, membership_id, place, display_name, role, ends_at) values (?, ?, ?, ?, ?, ?)',
      [applicationId, r.membershipId, place, r.displayName, r.role, r.endsAt],
    );
}

export async function insertCopies(tx: Em, applicationId: string, copies: readonly CopyRow[]): Promise<void> {
  for (const [place, c] of copies.entries())
    await tx.execute('insert into closure_copy (application_id, facility_id, place, facility_name, is_saved) values (?, ?, ?, ?, ?)', [
      applicationId,
      c.facilityId,
      place,
      c.facilityName,
      c.isSaved,
    ]);
}
