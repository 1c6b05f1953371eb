/** What form 4-3 must say (R16). Pure. */
import type { RoomState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { type RoomProblem, ruled, textProblems } from '../platform/index.ts';
import type { PresentMember } from './application.change.policy.ts';
import type { ClosureReason } from './application.entity.ts';

export interface ClosureInput {
  idempotencyKey: string;
  roomId: string;
  reason: ClosureReason;
  note?: string | null;
  informed: string;
  copies: { facilityId: string; isSaved: boolean }[];
  exportToUserId?: string | null;
  /** Answers owed in the room are known, and stay as they are. */
  leaveAsksOpen?: boolean | null;
}

export interface ClosureFacts {
  roomStatus: RoomState;
  /** Answers still owed in the room. */
  openAsks: number;
  members: readonly (Pick<PresentMember, 'userId' | 'status'> & { facilityId: string | null })[];
}

const at = (...names: string[]): string[] => ['input', ...names];

export const closable: readonly RoomState[] = ['ACTIVE', 'DORMANT'];

/** Facilities whose people are in the room: each is asked for its copy. */
export const facilitiesOf = (members: ClosureFacts['members']): string[] => [
  ...new Set(members.flatMap(({ facilityId }) => (facilityId ? [facilityId] : []))),
];

export function closureProblems(input: ClosureInput, { roomStatus, members, openAsks }: ClosureFacts): RoomProblem[] {
  if (!closable.includes(roomStatus)) return [ruled('INVALID_STATE', 'ROOM_NOT_OPEN', at('roomId'))];
  const answered = input.copies.map(({ facilityId }) => facilityId);
  const asked = facilitiesOf(members);
  const isEachOnce = answered.length === asked.length && asked.every((id) => answered.includes(id));
  const receives = ({ userId, status }: ClosureFacts['members'][number]): boolean => userId === input.exportToUserId && status === 'ACTIVE';
  return [
    ...(isId(input.idempotencyKey) ? [] : [problem('INVALID' as const, at('idempotencyKey'))]),
    ...textProblems(input.note, { field: at('note'), max: 1000 }),
    ...textProblems(input.informed, { field: at('informed'), max: 1000, required: true }),
    ...(openAsks === 0 || input.leaveAsksOpen ? [] : [ruled('INVALID_STATE', 'ASKS_OPEN', at('leaveAsksOpen'), { count: openAsks })]),
    ...(isEachOnce ? [] : [ruled('BLANK', 'FACILITY_UNANSWERED', at('copies'))]),
    ...(!input.exportToUserId || members.some(receives) ? [] : [problem('NOT_FOUND' as const, at('exportToUserId'))]),
  ];
}
