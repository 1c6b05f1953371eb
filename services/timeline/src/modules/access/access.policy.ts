/** Who may read and write what in a room (R10, R13, R22), as pure rules. The database decides by the same ones (migrations, viewer_rooms). */
import type { MemberRole, RoomState } from '@heya/schema/events';

export const audiences = ['CARE_TEAM', 'EVERYONE'] as const;
export type Audience = (typeof audiences)[number];

/** How a current member stands in a room. */
export interface Standing {
  roomId: string;
  patientId: string;
  districtId: string;
  roomStatus: RoomState;
  role: MemberRole;
  /** null: no consent was ever given. */
  consentStatus: string | null;
  /** Its last day is over. */
  consentLapsed: boolean;
  /** DAILY_CONDITION, to the care team and to the family. */
  granted: boolean;
  grantedToFamily: boolean;
}

export type Refusal = 'NOT_FOUND' | 'CONSENT_REQUIRED' | 'CONSENT_WITHDRAWN' | 'ROOM_CLOSED' | 'FORBIDDEN';
export type Decision = { ok: true; audiences: readonly Audience[] } | { ok: false; reason: Refusal };

const readableStates: readonly RoomState[] = ['ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED'];
const refuse = (reason: Refusal): Decision => ({ ok: false, reason });

/** Whose posts a member may read. Family and patient: those for everyone; the family only as far as the consent names it (R9). */
export function mayRead(standing: Standing | undefined): Decision {
  if (!standing || !isParticipant(standing) || !readableStates.includes(standing.roomStatus)) return refuse('NOT_FOUND');
  if (standing.consentStatus === 'WITHDRAWN') return refuse('CONSENT_WITHDRAWN');
  if (standing.consentStatus !== 'ACTIVE' || standing.consentLapsed || !standing.granted) return refuse('CONSENT_REQUIRED');
  if (standing.role === 'FAMILY' && !standing.grantedToFamily) return refuse('CONSENT_REQUIRED');
  return { ok: true, audiences: standing.role === 'CARE_TEAM' ? audiences : ['EVERYONE'] };
}

/** Writing takes what reading takes, an open room, and an audience the writer belongs to. */
export function mayWrite(standing: Standing | undefined, audience: Audience): Decision {
  const reading = mayRead(standing);
  if (!reading.ok) return reading;
  if (standing?.roomStatus !== 'ACTIVE') return refuse('ROOM_CLOSED');
  return reading.audiences.includes(audience) ? reading : refuse('FORBIDDEN');
}

/** A look of the center into a room is an inspection with a reason and an end (R18), never a membership. */
function isParticipant({ role }: Standing): boolean {
  return role === 'CARE_TEAM' || role === 'PATIENT' || role === 'FAMILY';
}
