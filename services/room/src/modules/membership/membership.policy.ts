/** Who may see a membership, and when an invitation may be accepted. Pure. */
import { problem } from '@heya/service-common/errors';
import type { MembershipState, RoomState } from '@heya/schema/events';
import type { RoomProblem } from '../platform/index.ts';

export interface AcceptanceFacts {
  isOwn: boolean;
  status: MembershipState;
  roomStatus: RoomState;
  consentInForce: boolean;
}

export type AcceptanceDecision = { accept: true } | { accept: false; alreadyMember: boolean; problems: RoomProblem[] };

/** Only the invited person accepts, while the room is open and the consent stands (R12). */
export function decideAcceptance(facts: AcceptanceFacts | undefined): AcceptanceDecision {
  if (!facts?.isOwn || facts.status === 'LEFT')
    return { accept: false, alreadyMember: false, problems: [problem('NOT_FOUND', ['membershipId'])] };
  if (facts.status === 'ACTIVE') return { accept: false, alreadyMember: true, problems: [] };
  if (facts.roomStatus !== 'ACTIVE') return { accept: false, alreadyMember: false, problems: [problem('INVALID_STATE', ['membershipId'])] };
  if (!facts.consentInForce) return { accept: false, alreadyMember: false, problems: [problem('CONSENT_REQUIRED', ['membershipId'])] };
  return { accept: true };
}
