/** Asks the database what the viewer may see. Each statement carries its own decision under row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { Audience, Standing } from './access.policy.ts';

/** Where something belongs, for the access record. */
export interface Place {
  roomId: string;
  patientId: string;
  districtId: string;
}

/** A room as this viewer may see it at this snapshot. */
export interface RoomView extends Place {
  audiences: Audience[];
  role: string | null;
  epoch: number;
  /** The newest event of the room's stream at this snapshot; everything up to it is in what is read afterwards. */
  eventSeq: number;
}

/** A PostgreSQL array literal of ids; callers pass checked ids only. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

const place = 'room_id as "roomId", patient_id as "patientId", district_id as "districtId"';

export async function findRoomViews(tx: Em, by: { rooms: readonly string[] } | { patients: readonly string[] }): Promise<RoomView[]> {
  const [column, ids] = 'rooms' in by ? ['room_id', by.rooms] : ['patient_id', by.patients];
  const rows = await tx.execute<RoomView[]>(
    `select ${place}, audiences, role, epoch,
            coalesce((select c.seq from stream_counter c where c.stream = 'room:' || v.room_id), 0)::int as "eventSeq"
       from viewer_rooms() v where ${column} = any(?::uuid[])`,
    [idArray(ids)],
  );
  return rows;
}

/** @returns how the viewer stands as a member, whatever the consent says; undefined for anybody else */
export async function findStanding(tx: Em, roomId: string): Promise<Standing | undefined> {
  const [row] = await tx.execute<Standing[]>(
    `select ${place}, room_status as "roomStatus", role, consent_status as "consentStatus", consent_lapsed as "consentLapsed",
            granted, granted_to_family as "grantedToFamily"
       from viewer_standing(?)`,
    [roomId],
  );
  return row;
}

/** For the access record of a refused look; its answer never reaches the viewer. */
export async function findPlace(tx: Em, id: string): Promise<Place | undefined> {
  const [row] = await tx.execute<Place[]>(`select ${place} from record_place(?)`, [id]);
  return row;
}
