/** The rooms of a district in PostgreSQL. The functions say who is an officer and of which district; nobody else gets a row. */
import type { RoomState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface ListedRoom {
  id: string;
  patient_id: string;
  district_id: string;
  room_number: string;
  status: RoomState;
  opened_at: Date | string;
}

export interface RoomQuestion {
  statuses: readonly RoomState[] | null;
  /** How a room number begins, or a whole receipt number. */
  number: string | null;
  facilityId: string | null;
  checkOverdue: boolean;
  invitationWaiting: boolean;
  stewardMissing: boolean;
  /** A day: rooms opened before it, without a post since. */
  unusedSince: string | null;
}

export interface RoomPage {
  /** Opening time (ISO) and id of the last room already shown. */
  after?: { openedAt: string; id: string } | undefined;
  limit: number;
}

const listed = (values: readonly string[]): string => `{${values.join(',')}}`;

/** @returns rooms of the officer's district, newest first */
export function selectCenterRooms(tx: Em, asked: RoomQuestion, { after, limit }: RoomPage): Promise<ListedRoom[]> {
  return tx.execute(
    'select * from center_rooms(?::text[], ?, ?::uuid, ?::boolean, ?::boolean, ?::boolean, ?::date, ?::timestamptz, ?::uuid, ?::int)',
    [
      asked.statuses && listed(asked.statuses),
      asked.number,
      asked.facilityId,
      asked.checkOverdue,
      asked.invitationWaiting,
      asked.stewardMissing,
      asked.unusedSince,
      after?.openedAt ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

export interface RoomFactsRow {
  room_id: string;
  facilities: { id: string; name: string | null }[];
  member_count: number;
  waiting_count: number;
  has_steward: boolean;
  overdue_since: Date | string | null;
  last_used_on: string | null;
  consent_in_force: boolean;
  inspects: boolean;
}

/** Rooms of another district, and whoever asks without being an officer: absent. */
export function selectRoomFacts(tx: Em, roomIds: readonly string[]): Promise<RoomFactsRow[]> {
  return tx.execute('select f.*, f.last_used_on::text as last_used_on from center_room_facts(?::uuid[]) f', [listed(roomIds)]);
}
