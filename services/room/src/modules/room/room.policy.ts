/** Who may see a room (R13), and what may be done in it. Pure; the facts come from one SQL statement. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';

export interface RoomFacts {
  status: RoomState;
  viewerStatus: MembershipState | null;
  viewerRole: MemberRole | null;
  /** The consent in force covers daily notes for the viewer's role (R10). */
  coversDailyCondition: boolean;
}

export type RoomAccess = { allowed: true; authority: 'MEMBERSHIP' | 'CHANNEL' } | { allowed: false; reason: 'NOT_A_MEMBER' };

/** Those who serve this patient see the room. A live channel sees it while its consent epoch is the current one. */
export function decideRoomAccess(viewer: Viewer, facts: RoomFacts | undefined): RoomAccess {
  if (facts && viewer.type === 'channel') return { allowed: true, authority: 'CHANNEL' };
  if (facts?.viewerStatus === 'ACTIVE') return { allowed: true, authority: 'MEMBERSHIP' };
  return { allowed: false, reason: 'NOT_A_MEMBER' };
}

export function canPost({ status, viewerStatus, coversDailyCondition }: RoomFacts): boolean {
  return viewerStatus === 'ACTIVE' && status === 'ACTIVE' && coversDailyCondition;
}

/** What a member's live stream may hold: the care team everything, the family what is for everyone. */
export function streamAudience(role: MemberRole): 'CARE_TEAM' | 'EVERYONE' {
  return role === 'CARE_TEAM' ? 'CARE_TEAM' : 'EVERYONE';
}
