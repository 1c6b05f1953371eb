/** Who may see a membership, and when an invitation may be accepted. Pure. */
import { problem } from '@heya/service-common/errors';
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { type RoomProblem, ruled } from '../platform/index.ts';

export interface MembershipFacts {
  isOwn: boolean;
  /** By the clock: one whose last minute is over has been left (R14). */
  status: MembershipState;
  /** The viewer's own role in the same room, now. */
  viewerRole: MemberRole | null;
  /** A look of the center that runs, of this viewer (R18). */
  isInspecting: boolean;
}

export interface AcceptanceFacts extends MembershipFacts {
  roomStatus: RoomState;
  consentInForce: boolean;
  /** False before the minute of the form that invites (R14). */
  hasBegun: boolean;
}

export interface ReminderFacts extends MembershipFacts {
  /** The steward, or whoever applied for the room, in it now (R14). */
  mayChange: boolean;
  /** Not being closed: who is asked to come can come. */
  isRoomOpen: boolean;
}

export type MembershipAuthority = 'MEMBERSHIP' | 'INSPECTION' | 'CHANNEL' | 'SELF';
export type MembershipRefusal = 'NOT_FOUND' | 'ALREADY_MEMBER' | 'NOT_YET' | 'ROOM_CLOSED' | 'CONSENT_REQUIRED' | 'FORBIDDEN';
export type MembershipDecision = { allowed: true; authority: MembershipAuthority } | { allowed: false; reason: MembershipRefusal };

const refuse = (reason: MembershipRefusal): MembershipDecision => ({ allowed: false, reason });
const allow = (authority: MembershipAuthority): MembershipDecision => ({ allowed: true, authority });

export function can(viewer: Viewer, action: 'SEE', facts: MembershipFacts | undefined): MembershipDecision;
export function can(viewer: Viewer, action: 'ACCEPT', facts: AcceptanceFacts | undefined): MembershipDecision;
export function can(viewer: Viewer, action: 'REMIND', facts: ReminderFacts | undefined): MembershipDecision;
export function can(
  viewer: Viewer,
  action: 'SEE' | 'ACCEPT' | 'REMIND',
  facts: (MembershipFacts & Partial<AcceptanceFacts & ReminderFacts>) | undefined,
): MembershipDecision {
  if (!facts) return refuse('NOT_FOUND');
  if (action === 'REMIND') return canRemind(viewer, facts as ReminderFacts);
  return action === 'SEE' ? canSee(viewer, facts) : canAccept(viewer, facts as AcceptanceFacts);
}

/** One's own place, and those of the people one shares a room with. */
function canSee(viewer: Viewer, { isOwn, status, viewerRole, isInspecting }: MembershipFacts): MembershipDecision {
  if (viewer.type === 'channel') return allow('CHANNEL');
  if (viewer.type !== 'person') return refuse('NOT_FOUND');
  if (viewerRole) return allow('MEMBERSHIP');
  if (isOwn && status !== 'LEFT') return allow('SELF');
  return isInspecting ? allow('INSPECTION') : refuse('NOT_FOUND');
}

/** Only the invited person accepts, while the room is open and the consent stands (R12). */
function canAccept(viewer: Viewer, { isOwn, status, roomStatus, consentInForce, hasBegun }: AcceptanceFacts): MembershipDecision {
  if (viewer.type !== 'person' || !isOwn || status === 'LEFT') return refuse('NOT_FOUND');
  if (status === 'ACTIVE') return refuse('ALREADY_MEMBER');
  if (!hasBegun) return refuse('NOT_YET');
  if (roomStatus !== 'ACTIVE') return refuse('ROOM_CLOSED');
  return consentInForce ? allow('MEMBERSHIP') : refuse('CONSENT_REQUIRED');
}

/** Whoever looks after the room asks those who were invited and have not come (R15). */
function canRemind(viewer: Viewer, facts: ReminderFacts): MembershipDecision {
  const seen = canSee(viewer, facts);
  if (!seen.allowed) return seen;
  if (!facts.mayChange) return refuse('FORBIDDEN');
  if (facts.status !== 'INVITED') return refuse('ALREADY_MEMBER');
  return facts.isRoomOpen ? seen : refuse('ROOM_CLOSED');
}

/** Who runs a facility learns in how many rooms its people are, and nothing of the rooms; the center looks by other ways (R18). */
export function canCount(
  viewer: Viewer,
  { administers }: { administers: boolean },
): { allowed: true; authority: 'FACILITY_ADMIN' } | { allowed: false } {
  return viewer.type === 'person' && viewer.kind === 'PROFESSIONAL' && administers
    ? { allowed: true, authority: 'FACILITY_ADMIN' }
    : { allowed: false };
}

const codes = {
  NOT_FOUND: 'NOT_FOUND',
  NOT_YET: 'INVALID_STATE',
  CONSENT_REQUIRED: 'CONSENT_REQUIRED',
  FORBIDDEN: 'FORBIDDEN',
} as const;

const said = (reason: Exclude<MembershipRefusal, 'ALREADY_MEMBER'>): RoomProblem =>
  reason === 'ROOM_CLOSED' ? ruled('INVALID_STATE', 'ROOM_NOT_OPEN', ['membershipId']) : problem(codes[reason], ['membershipId']);

/** How a refusal is said; a second tap of one who is a member already is none. */
export const refusalProblems = (reason: MembershipRefusal): RoomProblem[] => (reason === 'ALREADY_MEMBER' ? [] : [said(reason)]);

export const reminderProblem = (reason: MembershipRefusal): RoomProblem =>
  reason === 'ALREADY_MEMBER' ? problem('INVALID_STATE', ['membershipId']) : said(reason);
