/** What form 4-1 must say (R8, R11). Pure; people and consent come from outside. */
import type { MemberRole } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { type PersonFacts, type RoomProblem, textProblems } from '../platform/index.ts';
import type { CareSituation } from './application.entity.ts';

export interface ProposedMemberFields {
  userId: string;
  facilityId?: string | null;
  role: MemberRole;
}

export interface CreationInput {
  idempotencyKey: string;
  patientId: string;
  consentId: string;
  members: ProposedMemberFields[];
  stewardUserId: string;
  situation?: CareSituation | null;
  reason?: string | null;
}

/** More people than this do not care for one person at home. */
export const maxMembers = 50;
const field = (...names: (string | number)[]): string[] => ['input', ...names.map(String)];

/** What can be told from the form alone. */
export function creationProblems(input: CreationInput, applicantId: string): RoomProblem[] {
  const ids = input.members.map(({ userId }) => userId);
  const stewards = input.members.filter(({ userId, role }) => userId === input.stewardUserId && role === 'CARE_TEAM');
  return [
    ...(isId(input.idempotencyKey) ? [] : [problem('INVALID' as const, field('idempotencyKey'))]),
    ...(ids.length === 0 ? [problem('BLANK' as const, field('members'))] : []),
    ...(ids.length > maxMembers ? [problem('INVALID' as const, field('members'))] : []),
    ...namedTwice(input.members, 'members'),
    ...(stewards.length === 1 ? [] : [problem('STEWARD_REQUIRED' as const, field('stewardUserId'))]),
    ...(input.members.some(({ userId, role }) => userId === applicantId && role === 'CARE_TEAM')
      ? []
      : [problem('INVALID' as const, field('members'))]),
    ...textProblems(input.reason, { field: field('reason'), max: 1000 }),
  ];
}

/** Each person once, in a role that a form can give. */
export const namedTwice = (members: readonly ProposedMemberFields[], list: string): RoomProblem[] =>
  members.flatMap(({ userId, role }, index): RoomProblem[] => [
    ...(members.findIndex((other) => other.userId === userId) < index ? [problem('ALREADY_EXISTS', field(list, index, 'userId'))] : []),
    ...(role === 'CENTER_OBSERVER' ? [problem('INVALID', field(list, index, 'role'))] : []),
  ]);

const kindOfRole: Partial<Record<MemberRole, PersonFacts['kind']>> = { CARE_TEAM: 'PROFESSIONAL', FAMILY: 'FAMILY', PATIENT: 'PATIENT' };

/** What identity knows of the people named: an active ID each, and a role that fits (R11, R12). */
export function peopleProblems(
  members: readonly ProposedMemberFields[],
  people: ReadonlyMap<string, PersonFacts>,
  list = 'members',
): RoomProblem[] {
  return members.flatMap(({ userId, role, facilityId }, index): RoomProblem[] => {
    const person = people.get(userId);
    if (!person?.isActive) return [problem('MEMBER_HAS_NO_ID', field(list, index, 'userId'))];
    if (kindOfRole[role] !== person.kind) return [problem('NOT_A_CARE_PROVIDER', field(list, index, 'role'))];
    const isElsewhere = facilityId && !person.facilities.some(({ id }) => id === facilityId);
    return isElsewhere ? [problem('INVALID', field(list, index, 'facilityId'))] : [];
  });
}
