/** Applications in PostgreSQL, under the viewer's row-level security. */
import type { ApplicationState, MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { ProfileBlock } from '../patient/index.ts';
import type { CareSituation, ClosureReason, FieldComment, RoomForm } from './application.entity.ts';
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

export interface RemovalRow {
  membershipId: string;
  displayName: string;
  role: MemberRole;
  endsAt: string;
  calledOffAt: string | null;
}

export interface CopyRow {
  facilityId: string;
  facilityName: string;
  isSaved: boolean;
}

export interface EntryRow {
  status: ApplicationState;
  actorId: string;
  at: string;
  reason: string | null;
  comments: FieldComment[];
}

export interface ApplicationRow {
  id: string;
  district_id: string;
  form: RoomForm;
  receipt_number: string;
  status: ApplicationState;
  channel: string;
  patient_id: string;
  room_id: string | null;
  applicant_id: string;
  applicant_name: string;
  facility_id: string | null;
  consent_id: string | null;
  situation: CareSituation | null;
  reason: string | null;
  effective_at: Date | string | null;
  new_steward_id: string | null;
  new_steward_name: string | null;
  closure_reason: ClosureReason | null;
  informed: string | null;
  export_to_id: string | null;
  export_to_name: string | null;
  body_hash: string;
  submitted_at: Date | string;
  expected_by: string;
  checked_by: string | null;
  checked_at: Date | string | null;
  decided_by: string | null;
  decided_at: Date | string | null;
  decision_reason: string | null;
  executed_by: string | null;
  executed_at: Date | string | null;
  version: number;
  members: MemberRow[];
  removals: RemovalRow[];
  copies: CopyRow[];
  entries: EntryRow[];
  consent_in_force: boolean;
  /** The viewer may ask for changes of the room it is about (R14). */
  changes_room: boolean;
  /** Parts of form 4-1 in the patient's profile that have anything in them; null when not the viewer's to know (decision 0040). */
  filled_blocks: ProfileBlock[] | null;
}

const listed = (alias: string, table: string, fields: Record<string, string>, order: string): string => {
  const pairs = Object.entries(fields).map(([key, column]) => `'${key}', l.${column}`);
  return `(select coalesce(json_agg(json_build_object(${pairs.join(', ')}) order by ${order}), '[]') from ${table} l where l.application_id = a.id) as ${alias}`;
};

// The form with the people it names, and whether its patient's consent stands, in one snapshot.
const selectApplication = `
  select a.id, a.district_id, a.form, a.receipt_number, a.status, a.channel, a.patient_id, a.room_id, a.applicant_id, a.applicant_name,
         a.facility_id, a.consent_id, a.situation, a.reason, a.effective_at, a.new_steward_id, a.new_steward_name, a.closure_reason, a.informed,
         a.export_to_id, a.export_to_name, a.body_hash, a.submitted_at, a.expected_by::text as expected_by, a.checked_by, a.checked_at, a.decided_by,
         a.decided_at, a.decision_reason, a.executed_by, a.executed_at, a.version, consent_in_force(a.patient_id) as consent_in_force,
         a.room_id is not null and a.form <> 'FORM_4_1' and changes_room(a.room_id) as changes_room, filled_blocks(a.id) as filled_blocks,
         ${listed('members', 'proposed_member', { userId: 'user_id', displayName: 'display_name', profession: 'profession', facilityId: 'facility_id', facilityName: 'facility_name', role: 'role', isSteward: 'is_steward' }, 'l.place')},
         ${listed('removals', 'membership_removal', { membershipId: 'membership_id', displayName: 'display_name', role: 'role', endsAt: 'ends_at', calledOffAt: 'called_off_at' }, 'l.place')},
         ${listed('copies', 'closure_copy', { facilityId: 'facility_id', facilityName: 'facility_name', isSaved: 'is_saved' }, 'l.place')},
         ${listed('entries', 'application_entry', { status: 'status', actorId: 'actor_id', at: 'at', reason: 'reason', comments: 'comments' }, 'l.place')}
    from room_application a`;

export function selectApplications(tx: Em, ids: readonly string[]): Promise<ApplicationRow[]> {
  return tx.execute(`${selectApplication} where a.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** Holds the application until the transaction ends: two officers do not decide at once. */
export async function lockApplication(tx: Em, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await tx.execute<ApplicationRow[]>(`${selectApplication} where a.id = ? for update of a`, [id]);
  return row;
}

/** For its members, and for officers of the district, who know rooms by their number. */
export async function selectRoomNumber(tx: Em, roomId: string): Promise<string | null> {
  const [row] = await tx.execute<{ number: string | null }[]>(
    'select coalesce((select r.room_number from room r where r.id = ?), (select o.room_number from officer_room(?, null) o)) as number',
    [roomId, roomId],
  );
  return row?.number ?? null;
}

/** @returns ids of the viewer's own applications, newest first */
export async function selectOwnApplications(tx: Em, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    'select id from room_application where applicant_id = viewer_id() order by submitted_at desc, id desc limit ?',
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** @returns ids of the applications about a room that the viewer may see, newest first */
export async function selectOfRoom(tx: Em, roomId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>('select id from room_application where room_id = ? order by submitted_at desc, id desc', [
    roomId,
  ]);
  return rows.map(({ id }) => id);
}

/** @returns of these rooms, those of which the viewer may ask for changes now (R14) */
export async function selectChangeable(tx: Em, roomIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>(
    `select r.id from room r where r.id = any(?::uuid[]) and r.status = 'ACTIVE' and changes_room(r.id)`,
    [`{${roomIds.join(',')}}`],
  );
  return new Set(rows.map(({ id }) => id));
}

/** @returns whether the patient has a room, or an application under way */
export async function hasOpenApplication(tx: Em, patientId: string): Promise<boolean> {
  const [row] = await tx.execute<{ open: boolean }[]>('select patient_has_room(?) or patient_has_application(?) as open', [
    patientId,
    patientId,
  ]);
  return row?.open ?? false;
}

export interface NewEntry {
  status: ApplicationState;
  actorId: string;
  at: Date;
  reason: string | null;
  comments?: FieldComment[];
}

/** The application is held, so places do not collide. */
export async function insertEntry(tx: Em, applicationId: string, { status, actorId, at, reason, comments = [] }: NewEntry): Promise<void> {
  await tx.execute(
    `insert into application_entry (application_id, place, status, actor_id, at, reason, comments)
     select ?, coalesce(max(e.place), 0) + 1, ?, ?, ?, ?, ?::jsonb from application_entry e where e.application_id = ?`,
    [applicationId, status, actorId, at, reason, JSON.stringify(comments), applicationId],
  );
}

export interface Decision {
  next: ApplicationProgress;
  /** Kept with RETURN and REJECT. */
  reason?: string | null;
  comments?: FieldComment[];
  roomId?: string | null;
  at: Date;
  actorId: string;
}

export async function saveProgress(
  tx: Em,
  row: ApplicationRow,
  { next, reason, comments = [], roomId, at, actorId }: Decision,
): Promise<void> {
  const newly = (before: string | null, after: string | null): boolean => after !== null && after !== before;
  const isDone = next.status === 'COMPLETED';
  await tx.execute(
    `update room_application set status = ?, checked_by = ?, checked_at = ?, decided_by = ?, decided_at = ?, decision_reason = ?, room_id = ?,
       executed_by = ?, executed_at = ?, version = version + 1 where id = ?`,
    [
      next.status,
      next.checkedBy,
      newly(row.checked_by, next.checkedBy) ? at : row.checked_at,
      next.decidedBy,
      newly(row.decided_by, next.decidedBy) ? at : row.decided_at,
      reason ?? row.decision_reason,
      roomId ?? row.room_id,
      isDone ? actorId : null,
      isDone ? at : null,
      row.id,
    ],
  );
  await insertEntry(tx, row.id, { status: next.status, actorId, at, reason: reason ?? null, comments });
}
