/** Who hands a member over to the center, and who reads of it (R15). Pure. */
import { problem } from '@heya/service-common/errors';
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { type RoomProblem, ruled, textProblems } from '../platform/index.ts';
import type { SupportTopic } from './support-referral.entity.ts';

export interface ReferralFacts {
  districtId: string;
  /** The viewer has the steward's seat at this moment. */
  isSteward: boolean;
  isInspecting: boolean;
}

type Seen = { allowed: true; authority: 'MEMBERSHIP' | 'INSPECTION' | 'REVIEW' } | { allowed: false };

/** The steward, whoever it is now, and the center of the district, whose work it is. */
export function canSee(viewer: Viewer, facts: ReferralFacts | undefined): Seen {
  if (!facts || viewer.type !== 'person') return { allowed: false };
  if (facts.isSteward) return { allowed: true, authority: 'MEMBERSHIP' };
  if (facts.isInspecting) return { allowed: true, authority: 'INSPECTION' };
  return isOfficer(viewer) && viewer.districtId === facts.districtId ? { allowed: true, authority: 'REVIEW' } : { allowed: false };
}

export interface RoomToReferFacts {
  isMember: boolean;
  isSteward: boolean;
  isRoomOpen: boolean;
  consentInForce: boolean;
  /** Whom it is about takes part, or has been invited. */
  memberIsThere: boolean;
}

export type ReferralRefusal = 'NOT_FOUND' | 'FORBIDDEN' | 'ROOM_CLOSED' | 'CONSENT_REQUIRED' | 'MEMBER_GONE';

/** @returns why the viewer may not hand this member over; null: they may */
export function refusalToRefer(viewer: Viewer, facts: RoomToReferFacts | undefined): ReferralRefusal | null {
  if (!facts?.isMember || viewer.type !== 'person') return 'NOT_FOUND';
  if (!facts.isSteward) return 'FORBIDDEN';
  if (!facts.isRoomOpen) return 'ROOM_CLOSED';
  if (!facts.consentInForce) return 'CONSENT_REQUIRED';
  return facts.memberIsThere ? null : 'MEMBER_GONE';
}

export const refusalProblem = (reason: ReferralRefusal): RoomProblem => {
  if (reason === 'MEMBER_GONE') return ruled('INVALID', 'MEMBER_GONE', ['input', 'membershipId']);
  if (reason === 'ROOM_CLOSED') return ruled('INVALID_STATE', 'ROOM_NOT_OPEN', ['input', 'roomId']);
  return problem(reason, ['input', 'roomId']);
};

const noteLength = 500;

/** What is none of the topics has to be said in words. */
export const referralProblems = ({ topic, note }: { topic: SupportTopic; note?: string | null }): RoomProblem[] =>
  textProblems(note, { field: ['input', 'note'], max: noteLength, required: topic === 'OTHER' });
