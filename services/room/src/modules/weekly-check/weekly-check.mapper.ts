import type { Viewer } from '@heya/service-common/viewer';
import { referTo } from '../foreign/index.ts';
import { factsOf } from './weekly-check.access.ts';
import { can } from './weekly-check.policy.ts';
import type { WeeklyCheckRow } from './weekly-check.repository.ts';
import type { WeeklyCheckType } from './weekly-check.type.ts';

export function toWeeklyCheck(row: WeeklyCheckRow, viewer: Viewer): WeeklyCheckType {
  const { post_count: postCount, consent_expires_on: consentExpiresOn } = row;
  // The center learns no names from what has become its work.
  const isInside = row.viewer_role !== null || row.is_inspecting;
  const [notJoined, hasLeft] = isInside ? [row.not_joined, row.has_left] : [[], []];
  return {
    id: row.id,
    roomId: row.room_id,
    roomNumber: row.room_number,
    weekOf: row.week_of,
    dueOn: row.due_on,
    isOverdue: row.overdue_at !== null,
    completedAt: row.completed_at ? new Date(row.completed_at) : null,
    completedBy: referTo(row.completed_by),
    completedByName: row.completed_by_name,
    outcome: row.outcome,
    note: row.note,
    findings: { postCount, consentExpiresOn, notJoined, hasLeft },
    viewerCanSign: can(viewer, 'SIGN', factsOf(row)).allowed,
  };
}
