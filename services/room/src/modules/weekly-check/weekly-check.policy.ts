/** Who sees and signs a weekly check, and for which week it is (R15). Pure. */
import type { MemberRole } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { dayInJapan } from '../patient/index.ts';
import { type RoomProblem, textProblems } from '../platform/index.ts';
import type { WeeklyCheckOutcome } from './weekly-check.entity.ts';

export interface WeeklyCheckFacts {
  districtId: string;
  /** The viewer's own role in the room, now. */
  viewerRole: MemberRole | null;
  isInspecting: boolean;
  /** The viewer has the steward's seat at this moment. */
  isSteward: boolean;
  isSigned: boolean;
  /** It is late, or the steward has handed it over: work of the center. */
  isWithCenter: boolean;
  isRoomOpen: boolean;
}

type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | 'SIGNED' | 'ROOM_CLOSED';
type Decision = { allowed: true; authority: 'MEMBERSHIP' | 'INSPECTION' | 'REVIEW' } | { allowed: false; reason: Refusal };

const refuse = (reason: Refusal): Decision => ({ allowed: false, reason });

/** The care team reads, the steward signs; the center reads what has become its work. */
export function can(viewer: Viewer, action: 'SEE' | 'SIGN', facts: WeeklyCheckFacts | undefined): Decision {
  const seen = canSee(viewer, facts);
  if (action === 'SEE' || !seen.allowed || !facts) return seen;
  if (!facts.isSteward) return refuse('FORBIDDEN');
  if (facts.isSigned) return refuse('SIGNED');
  return facts.isRoomOpen ? seen : refuse('ROOM_CLOSED');
}

function canSee(viewer: Viewer, facts: WeeklyCheckFacts | undefined): Decision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  if (facts.viewerRole === 'CARE_TEAM') return { allowed: true, authority: 'MEMBERSHIP' };
  if (facts.isInspecting) return { allowed: true, authority: 'INSPECTION' };
  const isWork = isOfficer(viewer) && viewer.districtId === facts.districtId && facts.isWithCenter;
  return isWork ? { allowed: true, authority: 'REVIEW' } : refuse('NOT_FOUND');
}

export interface Signature {
  outcome: WeeklyCheckOutcome;
  note?: string | null;
  remindMembershipIds?: string[] | null;
}

const noteLength = 500;

/** The center has to know what for; whoever says that members were reminded names them. */
export function signatureProblems({ outcome, note, remindMembershipIds }: Signature): RoomProblem[] {
  const reminded = remindMembershipIds?.length ?? 0;
  return [
    ...textProblems(note, { field: ['input', 'note'], max: noteLength, required: outcome === 'REFERRED_TO_CENTER' }),
    ...((outcome === 'REMINDED_MEMBERS') === reminded > 0 ? [] : [problem('INVALID' as const, ['input', 'remindMembershipIds'])]),
  ];
}

const codes = { NOT_FOUND: 'NOT_FOUND', FORBIDDEN: 'FORBIDDEN', SIGNED: 'INVALID_STATE', ROOM_CLOSED: 'INVALID_STATE' } as const;
export const refusalProblem = (reason: Refusal): RoomProblem => problem(codes[reason], ['id']);

const dayMs = 86_400_000;
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** @returns the Monday that the week of this moment in Japan began with, and the Sunday by which its check is signed */
export function weekAt(now: Date): { weekOf: string; dueOn: string } {
  const today = dayInJapan(now);
  const weekOf = daysAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  return { weekOf, dueOn: daysAfter(weekOf, 6) };
}
