/** Who invites family and patients, who calls it off, and what an invitation has come to. Pure. */
import { problem } from '@heya/service-common/errors';
import { isPerson, type Viewer } from '@heya/service-common/viewer';
import { dayInJapan, earliestBirthDate, isKana, toKatakana } from '../patient/index.ts';
import { type RoomProblem, ruled, textProblems } from '../platform/index.ts';
import type { FamilyEndReason, InvitedRole, Waiting } from './family-invitation.entity.ts';

export interface RoomForFamily {
  isRoomOpen: boolean;
  /** The steward, or whoever applied for the room, in it now. */
  mayChange: boolean;
  /** These, and the patient. */
  manages: boolean;
  /** By role: consent in force, and for family at least one class ticked. */
  mayCome: Record<InvitedRole, boolean>;
}

type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | 'ROOM_CLOSED';
type Decision = { allowed: true; authority: 'MEMBERSHIP' } | { allowed: false; reason: Refusal };
const allow: Decision = { allowed: true, authority: 'MEMBERSHIP' };
const refuse = (reason: Refusal): Decision => ({ allowed: false, reason });

/** Whoever changes the room invites; the patient sees and ends as well. @param room undefined where the viewer is in none */
export function can(viewer: Viewer, action: 'INVITE' | 'MANAGE', room: RoomForFamily | undefined): Decision {
  if (!isPerson(viewer) || !room) return refuse('NOT_FOUND');
  if (action === 'MANAGE') return room.manages ? allow : refuse('FORBIDDEN');
  if (!room.mayChange) return refuse('FORBIDDEN');
  return room.isRoomOpen ? allow : refuse('ROOM_CLOSED');
}

const codes = { NOT_FOUND: 'NOT_FOUND', FORBIDDEN: 'FORBIDDEN', ROOM_CLOSED: 'INVALID_STATE' } as const;
export const refusalProblem = (reason: Refusal, field: string[]): RoomProblem =>
  reason === 'ROOM_CLOSED' ? ruled('INVALID_STATE', 'ROOM_NOT_OPEN', field) : problem(codes[reason], field);

export interface Wish {
  idempotencyKey: string;
  roomId: string;
  role: InvitedRole;
  name: string;
  nameKana: string;
  birthDate: string;
}

const longestName = 60;

/** Letters of a room that wait for an answer: a family is larger than a handful, and smaller than this. */
const mostWaiting = 20;

/** One patient a room, and no heap of codes that open it. */
export function waitingProblems({ role }: Pick<Wish, 'role'>, { open, patientComes }: Waiting): RoomProblem[] {
  if (role === 'PATIENT' && patientComes) return [ruled('INVALID_STATE', 'PATIENT_ALREADY', ['input', 'role'])];
  return open < mostWaiting ? [] : [ruled('INVALID_STATE', 'FAMILY_TOO_MANY', ['input', 'roomId'])];
}

/** @param mayCome by role, as RoomForFamily has it */
export function wishProblems(wish: Wish, mayCome: RoomForFamily['mayCome'], now: Date): RoomProblem[] {
  const field = (name: string): string[] => ['input', name];
  const isDay = wish.birthDate <= dayInJapan(now) && wish.birthDate >= earliestBirthDate;
  const spelled = textProblems(wish.nameKana, { field: field('nameKana'), max: longestName, required: true });
  return [
    ...textProblems(wish.name, { field: field('name'), max: longestName, required: true }),
    ...(spelled.length > 0 || isKana(toKatakana(wish.nameKana)) ? spelled : [problem('INVALID' as const, field('nameKana'))]),
    ...(isDay ? [] : [problem('INVALID' as const, field('birthDate'))]),
    ...(mayCome[wish.role]
      ? []
      : [ruled('CONSENT_REQUIRED', wish.role === 'FAMILY' ? 'FAMILY_NOT_TICKED' : 'CONSENT_OVER', field('role'))]),
  ];
}

const dayMs = 86_400_000;
/** Time enough to bring the paper, to find an evening, and to ask somebody for help. */
const daysOpen = 14;

export const deadline = (now: Date): Date => new Date(now.getTime() + daysOpen * dayMs);

export type FamilyInvitationState = 'OPEN' | 'ACCEPTED' | 'CANCELLED' | 'LOCKED' | 'CONSENT_ENDED' | 'EXPIRED';

const ended: Record<FamilyEndReason, FamilyInvitationState> = { CANCELLED: 'CANCELLED', TRIES: 'LOCKED', CONSENT: 'CONSENT_ENDED' };

export function stateOf(
  { accepted, endReason, expiresAt }: { accepted: boolean; endReason: FamilyEndReason | null; expiresAt: Date },
  now: Date,
): FamilyInvitationState {
  if (accepted) return 'ACCEPTED';
  if (endReason) return ended[endReason];
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
}

/** Tries of one network in a quarter of an hour, those that were right not counted. */
export const mostTries = 20;
