import type { Viewer } from '@heya/service-common/viewer';
import type { RoomType } from '../room/index.ts';
import { referTo } from '../foreign/index.ts';
import { factsOf } from './inspection.access.ts';
import { can } from './inspection.policy.ts';
import type { InspectionRow, RoomToInspectRow } from './inspection.repository.ts';
import type { RoomInspectionType } from './inspection.type.ts';

export function toInspection(row: InspectionRow, viewer: Viewer): RoomInspectionType {
  return {
    id: row.id,
    roomId: row.room_id,
    officer: referTo(row.officer_id),
    officerName: row.officer_name,
    reason: row.reason,
    startedAt: new Date(row.started_at),
    expiresAt: new Date(row.expires_at),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
    viewerCanEnd: can(viewer, 'END', factsOf(row)).allowed,
  };
}

/** No more than that it exists (R13, R18). */
export const toBareRoom = (row: RoomToInspectRow): RoomType => ({
  id: row.room_id,
  roomNumber: row.room_number,
  status: row.status,
  openedAt: null,
  closedAt: null,
  viewerCanPost: false,
  patientId: null,
  viewerMembershipId: null,
  changeSeq: null,
  consentSeq: 0,
});
