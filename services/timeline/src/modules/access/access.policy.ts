/**
 * Who may read and write what in a room (R10, R13, R18, R22), as pure rules. The database decides by the same ones (migrations, viewer_rooms):
 * a `Right` is what it found in the statement that read the data, a `Standing` is what it knows of somebody whatever the consent says.
 */
import type { InformationCategory, MemberRole, RoomState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';

export const audiences = ['CARE_TEAM', 'EVERYONE'] as const;
export type Audience = (typeof audiences)[number];

/** The class of everything this service keeps: posts, values, receipts (R9). */
export const timelineClass = 'DAILY_CONDITION' satisfies InformationCategory;

/** The class of what is reported in a disaster (R31). */
export const safetyClass = 'DISASTER_SAFETY' satisfies InformationCategory;

export type Authority = 'MEMBERSHIP' | 'INSPECTION' | 'CHANNEL';

/** Leave to read, as the database gave it with the data. */
export interface Right {
  authority: Authority;
  audiences: readonly Audience[];
}

/** How a current member, or an officer whose look runs, stands in a room. */
export interface Standing {
  roomId: string;
  patientId: string;
  districtId: string;
  roomStatus: RoomState;
  /** CENTER_OBSERVER: a look of the center. */
  role: MemberRole;
  /** null: no consent was ever given. */
  consentStatus: string | null;
  /** Its last day is over. */
  consentLapsed: boolean;
  /** The class, to the care team and to the family. */
  granted: boolean;
  grantedToFamily: boolean;
}

export type Refusal = 'NOT_FOUND' | 'CONSENT_REQUIRED' | 'CONSENT_WITHDRAWN' | 'ROOM_CLOSED' | 'READ_ONLY' | 'FORBIDDEN';
export type Decision = ({ allowed: true } & Right) | { allowed: false; reason: Refusal };

/** TAKE_PART: leave a receipt. */
export type RoomAction = 'READ' | 'WRITE' | 'TAKE_PART';

const readableStates: readonly RoomState[] = ['ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED'];
const refuse = (reason: Refusal): Decision => ({ allowed: false, reason });

/** What may be done in a room, by how one stands there. Writing takes what reading takes, an open room, and an audience one belongs to. */
export function can(viewer: Viewer, action: RoomAction, standing: Standing | undefined, audience?: Audience): Decision {
  const reading = canRead(viewer, standing);
  if (!reading.allowed || action === 'READ') return reading;
  if (reading.authority !== 'MEMBERSHIP') return refuse('READ_ONLY');
  if (action === 'TAKE_PART') return reading;
  if (standing?.roomStatus !== 'ACTIVE') return refuse('ROOM_CLOSED');
  return !audience || reading.audiences.includes(audience) ? reading : refuse('FORBIDDEN');
}

/** Family and patient read what is for everyone; the family only as far as the consent names it (R9). A look of the center reads as the care team does. */
function canRead(viewer: Viewer, standing: Standing | undefined): Decision {
  if (!standing || viewer.type !== 'person' || !readableStates.includes(standing.roomStatus)) return refuse('NOT_FOUND');
  if (standing.consentStatus === 'WITHDRAWN') return refuse('CONSENT_WITHDRAWN');
  if (standing.consentStatus !== 'ACTIVE' || standing.consentLapsed || !standing.granted) return refuse('CONSENT_REQUIRED');
  if (standing.role === 'FAMILY' && !standing.grantedToFamily) return refuse('CONSENT_REQUIRED');
  const isLook = standing.role === 'CENTER_OBSERVER';
  const seesAll = isLook || standing.role === 'CARE_TEAM';
  return { allowed: true, authority: isLook ? 'INSPECTION' : 'MEMBERSHIP', audiences: seesAll ? audiences : ['EVERYONE'] };
}

/** Whether something of an audience may be given out under the right it was found with: the right must be of the kind of who asks. */
export function canSee(viewer: Viewer, right: Right | undefined, audience: Audience = 'EVERYONE'): Decision {
  const kind = right?.authority === 'CHANNEL' ? 'channel' : 'person';
  if (!right || viewer.type !== kind) return refuse('NOT_FOUND');
  if (right.authority === 'INSPECTION' && (viewer.type !== 'person' || viewer.kind !== 'CENTER_OFFICER')) return refuse('NOT_FOUND');
  return right.audiences.includes(audience) ? { allowed: true, ...pick(right) } : refuse('NOT_FOUND');
}

/** A live stream is for those who take part: a look of the center asks again for each thing (R18). */
export function canFollow(viewer: Viewer, right: Right | undefined): Decision {
  const seeing = canSee(viewer, right);
  return seeing.allowed && seeing.authority !== 'MEMBERSHIP' ? refuse('READ_ONLY') : seeing;
}

const pick = ({ authority, audiences: seen }: Right): Right => ({ authority, audiences: seen });
