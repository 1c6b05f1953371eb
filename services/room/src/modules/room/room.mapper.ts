import type { Viewer } from '@heya/service-common/viewer';
import { factsOf } from './room.access.ts';
import { can } from './room.policy.ts';
import type { RoomRow } from './room.repository.ts';
import type { RoomType } from './room.type.ts';

export function toRoom(row: RoomRow, viewer: Viewer): RoomType {
  return {
    id: row.id,
    roomNumber: row.room_number,
    status: row.status,
    patientId: row.patient_id,
    viewerMembershipId: row.viewer_membership_id,
    openedAt: row.opened_at ? new Date(row.opened_at) : null,
    closedAt: row.closed_at ? new Date(row.closed_at) : null,
    viewerCanPost: can(viewer, 'POST', factsOf(row)).allowed,
    changeSeq: can(viewer, 'FOLLOW', factsOf(row)).allowed ? row.change_seq : null,
    consentSeq: row.consent_seq,
  };
}
