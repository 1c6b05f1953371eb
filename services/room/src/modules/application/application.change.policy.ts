/** What form 4-2 must say, held against who is in the room (R14). Pure. */
import type { MemberRole, MembershipState, RoomState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { type PersonFacts, type RoomProblem, ruled, textProblems } from '../platform/index.ts';
import { maxMembers, namedTwice, peopleProblems, type ProposedMemberFields } from './application.creation.policy.ts';

export interface ChangeInput {
  idempotencyKey: string;
  roomId: string;
  add: ProposedMemberFields[];
  removeMembershipIds: string[];
  newStewardUserId?: string | null;
  effectiveAt: Date;
  reason?: string | null;
}

/** Somebody who is in the room, or invited, now. */
export interface PresentMember {
  membershipId: string;
  userId: string;
  role: MemberRole;
  status: MembershipState;
  isSteward: boolean;
  /** It is written until when they are in. */
  leaves: boolean;
  /** The seat is to come to them, or to go from them. */
  seatPasses: boolean;
  /** Invited; the seat comes to them when they join. */
  seatWaits: boolean;
}

export interface ChangeFacts {
  roomStatus: RoomState;
  consentInForce: boolean;
  members: readonly PresentMember[];
  people: ReadonlyMap<string, PersonFacts>;
  now: Date;
}

const minuteMs = 60_000;
const farthestMs = 366 * 24 * 60 * minuteMs;
const at = (...names: (string | number)[]): string[] => ['input', ...names.map(String)];

/** One problem for each rule that stands against the form; none: it may be filed. */
export function changeProblems(input: ChangeInput, facts: ChangeFacts): RoomProblem[] {
  if (facts.roomStatus !== 'ACTIVE') return [ruled('INVALID_STATE', 'ROOM_NOT_OPEN', at('roomId'))];
  const asksNothing = input.add.length + input.removeMembershipIds.length === 0 && !input.newStewardUserId;
  return [
    ...(isId(input.idempotencyKey) ? [] : [problem('INVALID' as const, at('idempotencyKey'))]),
    ...(asksNothing ? [ruled('BLANK', 'NOTHING_CHANGES', at('add'))] : []),
    ...minuteProblems(input.effectiveAt, facts.now),
    ...additionProblems(input, facts),
    ...removalProblems(input, facts),
    ...stewardProblems(input, facts),
    ...textProblems(input.reason, { field: at('reason'), max: 1000 }),
  ];
}

/** A minute is typed, so the one that runs counts as now. */
function minuteProblems(effectiveAt: Date, now: Date): RoomProblem[] {
  const away = effectiveAt.getTime() - now.getTime();
  if (!(away > -minuteMs)) return [ruled('INVALID', 'EFFECTIVE_PAST', at('effectiveAt'))];
  return away > farthestMs ? [ruled('INVALID', 'EFFECTIVE_FAR', at('effectiveAt'))] : [];
}

function additionProblems({ add }: ChangeInput, { members, people, consentInForce }: ChangeFacts): RoomProblem[] {
  if (add.length === 0) return [];
  const present = new Set(members.map(({ userId }) => userId));
  return [
    ...(consentInForce ? [] : [problem('CONSENT_REQUIRED' as const, at('add'))]),
    ...(members.length + add.length > maxMembers ? [problem('INVALID' as const, at('add'))] : []),
    ...namedTwice(add, 'add'),
    ...add.flatMap(({ userId }, index) =>
      present.has(userId) ? [ruled('ALREADY_EXISTS', 'MEMBER_ALREADY', at('add', index, 'userId'))] : [],
    ),
    ...peopleProblems(add, people, 'add'),
  ];
}

function removalProblems({ removeMembershipIds: ids }: ChangeInput, { members }: ChangeFacts): RoomProblem[] {
  return ids.flatMap((id, index): RoomProblem[] => {
    const field = at('removeMembershipIds', index);
    if (ids.indexOf(id) < index) return [problem('ALREADY_EXISTS', field)];
    const member = members.find(({ membershipId }) => membershipId === id);
    if (!member) return [ruled('INVALID', 'MEMBER_GONE', field)];
    return member.seatPasses || (member.isSteward && seatAwaits(members, ids)) ? [ruled('INVALID_STATE', 'SEAT_PASSING', field)] : [];
  });
}

/** Whether somebody is invited to the seat who is not to be taken out: until they join it stays where it is. */
const seatAwaits = (members: readonly PresentMember[], removed: readonly string[]): boolean =>
  members.some(({ seatWaits, membershipId }) => seatWaits && !removed.includes(membershipId));

/**
 * Exactly one steward at every moment (R14): who leaves is followed in the same minute by somebody who is there. Somebody whom the form adds
 * takes the seat when they join, so that whoever has it stays until then.
 */
function stewardProblems(
  { newStewardUserId: successorId, removeMembershipIds, add }: ChangeInput,
  { members }: ChangeFacts,
): RoomProblem[] {
  const field = at('newStewardUserId');
  const removed = new Set(removeMembershipIds);
  const steward = members.find(({ isSteward }) => isSteward);
  if (!successorId) return steward && removed.has(steward.membershipId) ? [ruled('STEWARD_REQUIRED', 'STEWARD_LEAVES', field)] : [];
  if (members.some(({ seatPasses }) => seatPasses) || seatAwaits(members, removeMembershipIds))
    return [ruled('INVALID_STATE', 'SEAT_PASSING', field)];
  if (add.some(({ userId, role }) => userId === successorId && role === 'CARE_TEAM'))
    return steward && removed.has(steward.membershipId) ? [ruled('STEWARD_REQUIRED', 'STEWARD_STAYS', field)] : [];
  const successor = members.find(({ userId }) => userId === successorId);
  const canFollow = successor && canTakeSeat(successor) && !removed.has(successor.membershipId) && successor !== steward;
  return canFollow ? [] : [ruled('STEWARD_REQUIRED', 'STEWARD_NOT_PRESENT', field)];
}

export const canTakeSeat = ({ role, status, leaves }: Pick<PresentMember, 'role' | 'status' | 'leaves'>): boolean =>
  role === 'CARE_TEAM' && status === 'ACTIVE' && !leaves;
