import type { BusEvent, EventPayloads } from '@heya/schema/events';
import { type AuditPlace, findPlaces } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';

export async function savePatient(tx: Em, { patientId, districtId, registeredBy }: EventPayloads['room.patientRegistered']): Promise<void> {
  await tx.execute('insert into patient_state (patient_id, district_id, registered_by) values (?, ?, ?) on conflict do nothing', [
    patientId,
    districtId,
    registeredBy,
  ]);
}

/** Keeps the newest state; an older or repeated message changes nothing. */
export async function saveRoom(tx: Em, { payload, seq }: BusEvent<'room.roomChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_state (room_id, patient_id, district_id, status, seq) values (?, ?, ?, ?, ?)
     on conflict (room_id) do update set status = excluded.status, seq = excluded.seq where excluded.seq > room_state.seq and room_state.status <> 'PURGED'`,
    [payload.roomId, payload.patientId, payload.districtId, payload.status, seq],
  );
}

export async function saveMember(tx: Em, { payload, seq }: BusEvent<'room.membershipChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_member (membership_id, room_id, patient_id, user_id, role, profession, is_steward, status, valid_from, valid_until, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (membership_id) do update set role = excluded.role, profession = excluded.profession, is_steward = excluded.is_steward,
       status = excluded.status, valid_from = excluded.valid_from, valid_until = excluded.valid_until, seq = excluded.seq
       where excluded.seq > room_member.seq`,
    [
      payload.membershipId,
      payload.roomId,
      payload.patientId,
      payload.userId,
      payload.role,
      payload.profession,
      payload.isSteward,
      payload.status,
      payload.from,
      payload.until,
      seq,
    ],
  );
}

export async function saveInspection(tx: Em, { payload, seq }: BusEvent<'room.inspectionChanged'>): Promise<void> {
  const { inspectionId, roomId, patientId, districtId, officerId, expiresAt, endedAt } = payload;
  await tx.execute(
    `insert into room_inspection (inspection_id, room_id, patient_id, district_id, officer_id, expires_at, ended_at, seq) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (inspection_id) do update set expires_at = excluded.expires_at, ended_at = excluded.ended_at, seq = excluded.seq
       where excluded.seq > room_inspection.seq`,
    [inspectionId, roomId, patientId, districtId, officerId, expiresAt, endedAt, seq],
  );
}

/** How the viewer stands to a patient now. */
export interface Standing {
  relation: 'MEMBERSHIP' | 'REGISTRAR' | 'INSPECTION' | 'CENTER';
  role: 'CARE_TEAM' | 'PATIENT' | 'FAMILY' | 'CENTER_OBSERVER' | null;
  is_steward: boolean;
  profession: string | null;
  is_registrar: boolean;
  district_id: string;
  room_id: string | null;
  /** When it ends by itself; null: open end. */
  valid_until: Date | string | null;
}

/** @returns undefined when there is no relation, or no such patient */
export async function findStanding(tx: Em, patientId: string): Promise<Standing | undefined> {
  const [row] = await tx.execute<Standing[]>('select * from viewer_standing(?)', [patientId]);
  return row;
}

/** @returns those of these patients to whom the viewer has a relation now */
export async function selectRelated(tx: Em, patientIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>('select w.id from unnest(?::uuid[]) as w(id) cross join lateral viewer_standing(w.id)', [
    `{${patientIds.join(',')}}`,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Whose a patient, room or consent is; for the access record alone. */
export const findPlace = async (tx: Em, id: string): Promise<AuditPlace | undefined> => (await findPlaces(tx, [id])).get(id.toLowerCase());
