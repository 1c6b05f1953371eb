/** Patients in PostgreSQL. Every statement runs under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { AdministrativeSex } from './patient.entity.ts';
import type { ClassAuthority, PatientRelation } from './patient.policy.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';

export interface PatientRow {
  id: string;
  district_id: string;
  body_hash: string;
  registered_by: string;
  version: number;
  updated_at: Date | string;
  relation: PatientRelation | null;
  authority: ClassAuthority;
  editable: boolean;
  /** The consent's epoch at this snapshot, 0 before the first; its stream counts the same. */
  consent_seq: number;
  name: string | null;
  name_kana: string | null;
  sex: AdministrativeSex | null;
  birth_date: string | null;
  postal_code: string | null;
  address: string | null;
  phone: string | null;
}

// Relation, consent and data in one statement, so in one snapshot (security.md 12).
const selectPatient = `
  select p.id, p.district_id, p.body_hash, p.registered_by, p.version, p.updated_at,
         patient_relation(p.id, p.registered_by, p.district_id) as relation, patient_right(p.id, 'DEMOGRAPHICS') as authority,
         edits_patient(p.id) as editable, coalesce((select g.epoch from consent_of(p.id) g), 0) as consent_seq,
         d.name, d.name_kana, d.sex, d.birth_date::text as birth_date, d.postal_code, d.address, d.phone
    from patient p left join patient_profile d on d.patient_id = p.id`;

export function selectPatients(tx: Em, ids: readonly string[]): Promise<PatientRow[]> {
  return tx.execute<PatientRow[]>(`${selectPatient} where p.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns ids of the viewer's own patients that have no room yet, newest first */
export async function selectInPreparation(tx: Em, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select id from patient where registered_by = viewer_id() and patient_relation(id, registered_by, district_id) = 'REGISTRAR'
      order by created_at desc limit ?`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** @returns ids of patients the viewer may see who read alike and were born alike */
export async function selectAlike(tx: Em, { nameKana, birthDate }: PatientProfileFields, exceptId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select d.patient_id as id from viewer_patients() v join patient_profile d on d.patient_id = v.patient_id
      where kana_likeness(d.name_kana) = kana_likeness(?) and birth_likeness(d.birth_date, ?) and d.patient_id <> ? order by d.patient_id limit 10`,
    [nameKana, birthDate, exceptId],
  );
  return rows.map(({ id }) => id);
}

interface NewPatient {
  id: string;
  districtId: string;
  registeredBy: string;
  bodyHash: string;
  at: Date;
}

/** @returns false when the id is taken, whoever by */
export async function insertPatient(tx: Em, { id, districtId, registeredBy, bodyHash, at }: NewPatient): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into patient (id, district_id, registered_by, body_hash, version, created_at, updated_at)
     values (?, ?, ?, ?, 1, ?, ?) on conflict do nothing`,
    [id, districtId, registeredBy, bodyHash, at, at],
    'run',
  );
  return affectedRows === 1;
}

export async function insertProfile(tx: Em, patientId: string, profile: PatientProfileFields): Promise<void> {
  await tx.execute(
    'insert into patient_profile (patient_id, name, name_kana, sex, birth_date, postal_code, address, phone) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [patientId, profile.name, profile.nameKana, profile.sex, profile.birthDate, profile.postalCode, profile.address, profile.phone],
  );
}

interface Change {
  patientId: string;
  version: number;
  changedBy: string;
  changedByName: string;
  at: Date;
}

export async function insertHistory(tx: Em, change: Change, profile: PatientProfileFields): Promise<void> {
  const { patientId, version, changedBy, changedByName, at } = change;
  await tx.execute(
    'insert into patient_history (patient_id, version, changed_by, changed_by_name, changed_at, profile) values (?, ?, ?, ?, ?, ?::jsonb)',
    [patientId, version, changedBy, changedByName, at, JSON.stringify(profile)],
  );
}

/** @returns false when somebody else has changed it since */
export async function raiseVersion(tx: Em, { patientId, version, at }: Change): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'update patient set version = ?, updated_at = ? where id = ? and version = ?',
    [version, at, patientId, version - 1],
    'run',
  );
  return affectedRows === 1;
}

export async function updateProfile(tx: Em, patientId: string, profile: PatientProfileFields): Promise<void> {
  await tx.execute('update patient_profile set name = ?, name_kana = ?, postal_code = ?, address = ?, phone = ? where patient_id = ?', [
    profile.name,
    profile.nameKana,
    profile.postalCode,
    profile.address,
    profile.phone,
    patientId,
  ]);
}

/** @returns the patient's room, when the viewer is in it */
export async function findRoomOf(tx: Em, patientId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }[]>('select id from room where patient_id = ?', [patientId]);
  return row?.id ?? null;
}

export interface AlikeRow {
  patient_id: string;
  room_number: string | null;
  receipt_number: string | null;
}

/** For officers who review an application of this patient; nothing for anybody else. */
export function selectAlikeInDistrict(tx: Em, patientId: string): Promise<AlikeRow[]> {
  return tx.execute<AlikeRow[]>('select patient_id, room_number, receipt_number from alike_in_district(?)', [patientId]);
}
