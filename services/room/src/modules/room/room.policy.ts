/** Who may see a room (R13), and what may be done in it. Pure; the facts come from one SQL statement. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';

export interface RoomFacts {
  status: RoomState;
  /** The viewer's membership by the clock: one whose last minute is over is none (R14). */
  viewerStatus: MembershipState | null;
  viewerRole: MemberRole | null;
  /** A look of the center that runs, of this viewer (R18). */
  isInspecting: boolean;
  consentInForce: boolean;
  /** The consent in force covers daily notes for the viewer's role (R10). */
  coversDailyCondition: boolean;
}

/** SEE_NUMBER: what an invitation shows. FOLLOW: live. */
export type RoomAction = 'SEE' | 'SEE_NUMBER' | 'POST' | 'FOLLOW';
export type RoomAuthority = 'MEMBERSHIP' | 'INSPECTION' | 'CHANNEL' | 'INVITED';
export type RoomRefusal = 'NOT_A_MEMBER' | 'READ_ONLY' | 'ROOM_CLOSED' | 'CONSENT_REQUIRED';
export type RoomDecision = { allowed: true; authority: RoomAuthority } | { allowed: false; reason: RoomRefusal };

const refuse = (reason: RoomRefusal): RoomDecision => ({ allowed: false, reason });
const allow = (authority: RoomAuthority): RoomDecision => ({ allowed: true, authority });

/** Those who serve this patient see the room; a look of the center sees it and changes nothing; a live channel sees it while its epoch is the current one. */
export function can(viewer: Viewer, action: RoomAction, facts: RoomFacts | undefined): RoomDecision {
  if (!facts) return refuse('NOT_A_MEMBER');
  const isMember = viewer.type === 'person' && facts.viewerStatus === 'ACTIVE';
  const isInspecting = viewer.type === 'person' && facts.isInspecting;
  if (action === 'POST' || action === 'FOLLOW')
    return isMember ? canTakePart(action, facts) : refuse(isInspecting ? 'READ_ONLY' : 'NOT_A_MEMBER');
  if (viewer.type === 'channel') return allow('CHANNEL');
  if (isMember) return allow('MEMBERSHIP');
  if (isInspecting) return facts.consentInForce ? allow('INSPECTION') : refuse('CONSENT_REQUIRED');
  const isInvited = viewer.type === 'person' && facts.viewerStatus === 'INVITED';
  return action === 'SEE_NUMBER' && isInvited ? allow('INVITED') : refuse('NOT_A_MEMBER');
}

function canTakePart(action: 'POST' | 'FOLLOW', { status, consentInForce, coversDailyCondition }: RoomFacts): RoomDecision {
  if (!consentInForce) return refuse('CONSENT_REQUIRED');
  if (action === 'FOLLOW') return allow('MEMBERSHIP');
  if (status !== 'ACTIVE') return refuse('ROOM_CLOSED');
  return coversDailyCondition ? allow('MEMBERSHIP') : refuse('CONSENT_REQUIRED');
}

/** What a member's live stream may hold: the care team everything, the family what is for everyone. */
export function streamAudience(role: MemberRole): 'CARE_TEAM' | 'EVERYONE' {
  return role === 'CARE_TEAM' ? 'CARE_TEAM' : 'EVERYONE';
}
