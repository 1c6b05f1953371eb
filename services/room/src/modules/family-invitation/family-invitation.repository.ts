/** Invitations of family and patients in PostgreSQL, under the viewer's row-level security. */
import type { InformationCategory, RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import { type MembershipRow, toldColumns } from '../membership/index.ts';
import type { Proof } from './family-invitation.code.ts';
import type { FamilyEndReason, InvitedRole, Waiting } from './family-invitation.entity.ts';

export interface FamilyInvitationRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  role: InvitedRole;
  name: string;
  name_kana: string;
  account_id: string;
  body_hash: string;
  invited_by: string;
  invited_by_name: string;
  invited_at: Date | string;
  expires_at: Date | string;
  end_reason: FamilyEndReason | null;
  accepted_at: Date | string | null;
  is_open: boolean;
  /** Of the consent, now. */
  family_classes: InformationCategory[];
  granted_classes: InformationCategory[];
  manages: boolean;
}

const columns = `i.id, i.room_id, i.district_id, i.patient_id, i.room_number, i.role, i.name, i.name_kana, i.account_id, i.body_hash, i.invited_by,
  i.invited_by_name, i.invited_at, i.expires_at, i.end_reason, i.accepted_at, family_invitation_open(i) as is_open,
  to_json(family_classes(i.patient_id)) as family_classes, to_json(granted_classes(i.patient_id)) as granted_classes, manages_family(i.room_id) as manages`;

export interface RoomForFamilyRow {
  id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  status: RoomState;
  may_change: boolean;
  manages: boolean;
  family_may_come: boolean;
  patient_may_come: boolean;
}

const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Rooms the viewer is in. */
export function selectRoomsForFamily(tx: Em, ids: readonly string[]): Promise<RoomForFamilyRow[]> {
  return tx.execute(
    `select r.id, r.district_id, r.patient_id, r.room_number, r.status, changes_room(r.id) as may_change, manages_family(r.id) as manages,
            family_may_come(r.patient_id, 'FAMILY') as family_may_come, family_may_come(r.patient_id, 'PATIENT') as patient_may_come
       from room r where r.id = any(?::uuid[]) and member_role(r.id) is not null`,
    [listed(ids)],
  );
}

/** @returns those of the rooms whose family the viewer sees to, newest first */
export function selectOfRooms(tx: Em, roomIds: readonly string[]): Promise<FamilyInvitationRow[]> {
  return tx.execute(
    `select ${columns} from family_invitation i where i.room_id = any(?::uuid[]) and manages_family(i.room_id) order by i.invited_at desc, i.id desc limit 500`,
    [listed(roomIds)],
  );
}

export async function selectById(tx: Em, id: string): Promise<FamilyInvitationRow | undefined> {
  const [row] = await tx.execute<FamilyInvitationRow[]>(`select ${columns} from family_invitation i where i.id = ?`, [id]);
  return row;
}

/** Those that wait for the account that was made with their code. */
export function selectWaiting(tx: Em): Promise<FamilyInvitationRow[]> {
  return tx.execute(
    `select ${columns} from family_invitation i where i.account_id = viewer_id() and family_invitation_open(i) order by i.invited_at, i.id`,
    [],
  );
}

/** Held until the transaction ends: of two who invite at the same time the second one counts the first. */
export async function countWaiting(tx: Em, roomId: string): Promise<Waiting> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`family-invitation:${roomId}`]);
  const [row] = await tx.execute<Waiting[]>(
    `select count(*)::int as open, coalesce(bool_or(i.role = 'PATIENT'), false)
              or exists (select 1 from room_membership m where m.room_id = ? and m.role = 'PATIENT' and standing_now(m.status, m.left_at) <> 'LEFT') as "patientComes"
       from family_invitation i where i.room_id = ? and family_invitation_open(i)`,
    [roomId, roomId],
  );
  return row ?? { open: 0, patientComes: false };
}

export interface NewInvitation extends Proof {
  id: string;
  room: RoomForFamilyRow;
  role: InvitedRole;
  name: string;
  nameKana: string;
  accountId: string;
  bodyHash: string;
  by: { id: string; name: string };
  at: Date;
  expiresAt: Date;
}

/** @returns false when the id is taken */
export async function insertInvitation(tx: Em, n: NewInvitation): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into family_invitation (id, room_id, district_id, patient_id, room_number, role, name, name_kana, account_id, body_hash, code_hash, proof_hash,
       invited_by, invited_by_name, invited_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [
      n.id,
      n.room.id,
      n.room.district_id,
      n.room.patient_id,
      n.room.room_number,
      n.role,
      n.name,
      n.nameKana,
      n.accountId,
      n.bodyHash,
      n.codeHash,
      n.proofHash,
      n.by.id,
      n.by.name,
      n.at,
      n.expiresAt,
    ],
    'run',
  );
  return affectedRows === 1;
}

/** Another code for one that is open; the code before opens nothing any more. */
export async function setCode(tx: Em, id: string, { codeHash, proofHash }: Proof): Promise<void> {
  await tx.execute('update family_invitation set code_hash = ?, proof_hash = ? where id = ? and accepted_at is null and ended_at is null', [
    codeHash,
    proofHash,
    id,
  ]);
}

export async function setCancelled(tx: Em, id: string, { at, by }: { at: Date; by: string }): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update family_invitation set ended_at = ?, ended_by = ?, end_reason = 'CANCELLED' where id = ? and accepted_at is null and ended_at is null`,
    [at, by, id],
    'run',
  );
  return affectedRows === 1;
}

export async function isCodeOf(tx: Em, id: string, codeHash: string): Promise<boolean> {
  const rows = await tx.execute<unknown[]>('select 1 from family_invitation where id = ? and code_hash = ?', [id, codeHash]);
  return rows.length === 1;
}

/** Counts a wrong birth date. @returns the open invitation that both open, held */
export async function openByProof(tx: Em, { codeHash, proofHash }: Proof): Promise<FamilyInvitationRow | undefined> {
  const [row] = await tx.execute<FamilyInvitationRow[]>(`select ${columns} from open_family_invitation(?, ?) i`, [codeHash, proofHash]);
  return row;
}

export async function accept(
  tx: Em,
  { id, proof, membershipId, name }: { id: string; proof: Proof | null; membershipId: string; name: string },
): Promise<MembershipRow | undefined> {
  const [row] = await tx.execute<MembershipRow[]>(
    `select ${toldColumns}, null as viewer_role, false as is_inspecting from accept_family_invitation(?::uuid, ?, ?, ?::uuid, ?) m`,
    [id, proof?.codeHash ?? null, proof?.proofHash ?? null, membershipId, name],
  );
  return row;
}

/** @param step 1 for a try, -1 for one that was right after all @returns how many there were in this quarter of an hour */
export async function countTry(tx: Em, source: string, step: 1 | -1): Promise<number> {
  const [row] = await tx.execute<{ tries: number }[]>('select count_join_try(?, ?) as tries', [source, step]);
  return row?.tries ?? 0;
}

export interface Place {
  roomId: string;
  patientId: string;
  districtId: string;
}

/** For the record alone. */
export async function placeOf(tx: Em, id: string): Promise<Place | undefined> {
  const [row] = await tx.execute<Place[]>(
    'select room_id as "roomId", patient_id as "patientId", district_id as "districtId" from family_invitation_place(?::uuid)',
    [id],
  );
  return row;
}

/** As a service: what the consent no longer lets in. @returns how many ended */
export async function endUnticked(tx: Em, patientId: string, at: Date): Promise<number> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update family_invitation set ended_at = ?, end_reason = 'CONSENT'
      where patient_id = ? and accepted_at is null and ended_at is null and not family_may_come(patient_id, role)`,
    [at, patientId],
    'run',
  );
  return affectedRows;
}
