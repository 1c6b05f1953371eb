import type { RoomType } from '../room/index.ts';
import { referTo } from '../foreign/index.ts';
import type { ListedRoom, RoomFactsRow } from './room-list.repository.ts';
import type { RoomCenterViewType } from './room-list.type.ts';

/** No more than that it exists, and since when (R13). */
export const toListedRoom = (row: ListedRoom): RoomType => ({
  id: row.id,
  roomNumber: row.room_number,
  status: row.status,
  openedAt: new Date(row.opened_at),
  closedAt: null,
  viewerCanPost: false,
  patientId: null,
  viewerMembershipId: null,
  changeSeq: null,
  consentSeq: 0,
});

export const toCenterView = (row: RoomFactsRow): RoomCenterViewType => ({
  facilities: row.facilities.map(({ id, name }) => ({ facility: referTo(id), name: name ?? '' })),
  memberCount: row.member_count,
  waitingCount: row.waiting_count,
  hasSteward: row.has_steward,
  checkOverdueSince: row.overdue_since === null ? null : new Date(row.overdue_since),
  lastUsedOn: row.last_used_on,
  consentInForce: row.consent_in_force,
  isInspecting: row.inspects,
});
