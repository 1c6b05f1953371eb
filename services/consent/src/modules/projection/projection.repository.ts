import type { BusEvent, EventPayloads } from '@heya/schema/events';
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
     on conflict (room_id) do update set status = excluded.status, seq = excluded.seq where excluded.seq > room_state.seq`,
    [payload.roomId, payload.patientId, payload.districtId, payload.status, seq],
  );
}

export async function saveMember(tx: Em, { payload, seq }: BusEvent<'room.membershipChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_member (membership_id, room_id, patient_id, user_id, role, profession, is_steward, status, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (membership_id) do update set role = excluded.role, profession = excluded.profession, is_steward = excluded.is_steward,
       status = excluded.status, seq = excluded.seq where excluded.seq > room_member.seq`,
    [
      payload.membershipId,
      payload.roomId,
      payload.patientId,
      payload.userId,
      payload.role,
      payload.profession,
      payload.isSteward,
      payload.status,
      seq,
    ],
  );
}

/** How the viewer stands to a patient now. */
export interface Standing {
  relation: 'MEMBERSHIP' | 'REGISTRAR' | 'CENTER';
  role: 'CARE_TEAM' | 'PATIENT' | 'FAMILY' | 'CENTER_OBSERVER' | null;
  is_steward: boolean;
  profession: string | null;
  is_registrar: boolean;
  district_id: string;
  room_id: string | null;
}

/** @returns undefined when there is no relation, or no such patient */
export async function findStanding(tx: Em, patientId: string): Promise<Standing | undefined> {
  const [row] = await tx.execute<Standing[]>('select * from viewer_standing(?)', [patientId]);
  return row;
}
