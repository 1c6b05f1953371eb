/** Asks the database what the viewer may see. Each statement carries its own decision under row-level security. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import type { Right, Standing } from './access.policy.ts';

/** Where something belongs, for the access record. */
export interface Place {
  roomId: string;
  patientId: string;
  districtId: string;
}

/** Something that was found, with the right under which it was found. */
export type Found = Place & Right;

/** A room as this viewer may see it at this snapshot. */
export interface RoomView extends Found {
  role: string | null;
  /** It takes entries. */
  isWritable: boolean;
  epoch: number;
  /** When the right ends by itself; null: open end. */
  validUntil: Date | null;
  /** The newest event of the room's stream at this snapshot; everything up to it is in what is read afterwards. */
  eventSeq: number;
}

/** A PostgreSQL array literal of ids; callers pass checked ids only. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

const place = 'room_id as "roomId", patient_id as "patientId", district_id as "districtId"';

export async function findRoomViews(tx: Em, by: { rooms: readonly string[] } | { patients: readonly string[] }): Promise<RoomView[]> {
  const [column, ids] = 'rooms' in by ? ['room_id', by.rooms] : ['patient_id', by.patients];
  const rows = await planned<RoomView>(
    tx,
    `select ${place}, authority, audiences, role, open as "isWritable", epoch, valid_until as "validUntil",
            coalesce((select c.seq from stream_counter c where c.stream = 'room:' || v.room_id), 0)::int as "eventSeq"
       from viewer_rooms() v where ${column} = any(?::uuid[])`,
    [idArray(ids)],
  );
  return rows.map((row) => ({ ...row, validUntil: row.validUntil && new Date(row.validUntil) }));
}

/** @returns how the viewer stands in a room, whatever the consent says; undefined for whoever has no part in it */
export async function findStanding(tx: Em, roomId: string): Promise<Standing | undefined> {
  const [row] = await planned<Standing>(
    tx,
    `select ${place}, room_status as "roomStatus", role, consent_status as "consentStatus", consent_lapsed as "consentLapsed",
            granted, granted_to_family as "grantedToFamily"
       from viewer_standing(?)`,
    [roomId],
  );
  return row;
}

/** Where a refused look was aimed at, and how the viewer stands there. */
export interface Aim {
  id: string;
  place: Place | null;
  standing: Standing | null;
}

/** For the access record of refused looks; its answer never reaches the viewer. The same statement whether a thing exists or not. */
export async function findAims(tx: Em, ids: readonly string[]): Promise<Aim[]> {
  return planned<Aim>(
    tx,
    `select w.id, case when p.room_id is not null then json_build_object('roomId', p.room_id, 'patientId', p.patient_id, 'districtId', p.district_id) end as place,
            case when s.room_id is not null then json_build_object('roomId', s.room_id, 'patientId', s.patient_id, 'districtId', s.district_id,
              'roomStatus', s.room_status, 'role', s.role, 'consentStatus', s.consent_status, 'consentLapsed', s.consent_lapsed,
              'granted', s.granted, 'grantedToFamily', s.granted_to_family) end as standing
       from unnest(?::uuid[]) as w(id) left join lateral record_place(w.id) p on true
       left join lateral viewer_standing(coalesce(p.room_id, w.id)) s on true`,
    [idArray(ids)],
  );
}

/** @returns SQL: whether member `m` of the viewer's room `v` takes part now and belongs to an audience */
export const takesPart = (audience: string): string => `holds_now(m.status, m.valid_from, m.valid_until)
  and (m.role = 'CARE_TEAM' or (${audience} = 'EVERYONE' and (m.role = 'PATIENT' or (m.role = 'FAMILY' and v.to_family))))`;
