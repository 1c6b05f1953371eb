/** Who is told of what (R28), as pure rules. Whoever is outside the circle, has left, or did it themselves is never told. */
import type { EventPayloads, MemberRole } from '@heya/schema/events';
import type { Audience } from '../access/index.ts';
import { groupsOf, type MentionGroup } from '../mention/index.ts';

export const notificationKinds = [
  'POST',
  'MENTION',
  'REPLY',
  'URGENT_POST',
  'ACKNOWLEDGEMENT_REQUESTED',
  'VITALS_OUT_OF_RANGE',
  'ASK_OVERDUE',
  'ROOM_INVITATION',
  'MEMBERSHIP_CHANGED',
  'WEEKLY_CHECK_DUE',
  'APPLICATION_UPDATED',
  'CONSENT_CHANGED',
  'DORMANCY_REVIEW',
  'SAFETY_CHECK',
  'SECURITY',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
export type Importance = 'NORMAL' | 'IMPORTANT' | 'URGENT';

/** Where somebody is told of a kind. */
export interface Channels {
  push: boolean;
  email: boolean;
  inApp: boolean;
}

const everywhere: Channels = { push: true, email: true, inApp: true };
const pushed: Channels = { push: true, email: false, inApp: true };
const quietly: Channels = { push: false, email: false, inApp: true };

/** What holds until somebody chooses otherwise. POST: each ordinary post; important ones are always told. */
export const usualChannels: Readonly<Record<NotificationKind, Channels>> = {
  POST: { push: false, email: false, inApp: false },
  MENTION: pushed,
  REPLY: pushed,
  URGENT_POST: pushed,
  ACKNOWLEDGEMENT_REQUESTED: pushed,
  VITALS_OUT_OF_RANGE: pushed,
  ASK_OVERDUE: everywhere,
  ROOM_INVITATION: everywhere,
  MEMBERSHIP_CHANGED: quietly,
  WEEKLY_CHECK_DUE: pushed,
  APPLICATION_UPDATED: everywhere,
  CONSENT_CHANGED: pushed,
  DORMANCY_REVIEW: everywhere,
  SAFETY_CHECK: everywhere,
  SECURITY: everywhere,
};

/** What nobody takes out of their feed: lives or their own account hang on it. */
export const alwaysInApp: ReadonlySet<NotificationKind> = new Set(['URGENT_POST', 'SAFETY_CHECK', 'SECURITY']);

export type ChosenChannels = Partial<Record<NotificationKind, Channels>> | null;

/** @param chosen what this person chose; null: nothing yet */
export function channelsOf(chosen: ChosenChannels, kind: NotificationKind, importance: Importance = 'NORMAL'): Channels {
  const wanted = chosen?.[kind] ?? usualChannels[kind];
  // Important posts are no matter of whether one wants all of them.
  if (kind === 'POST' && importance !== 'NORMAL') return { ...wanted, push: true, inApp: true };
  return alwaysInApp.has(kind) ? { ...wanted, inApp: true } : wanted;
}

/** Somebody who takes part in the room now. */
export interface Member {
  userId: string;
  role: MemberRole;
  profession: string | null;
  isSteward: boolean;
  /** The consent shows the day's condition to families. */
  toFamily: boolean;
  isMuted: boolean;
  channels: ChosenChannels;
}

export interface PostFacts {
  authorId: string;
  audience: Audience;
  importance: Importance;
  acknowledgementRequested: boolean;
  /** A value beyond its alert (R24). */
  isAlert: boolean;
  isRetracted: boolean;
  /** Who wrote what this one answers. */
  parentAuthorId: string | null;
  /** Those named in the text and those who owe an answer. */
  named: readonly { userId: string | null; group: MentionGroup | null }[];
}

/** One person is told. */
export interface Telling {
  userId: string;
  kind: NotificationKind;
  importance: Importance;
  inApp: boolean;
  push: boolean;
  email: boolean;
}

/** @returns whether somebody belongs to the circle of a post (R9, R22) */
export const belongsTo = ({ role, toFamily }: Pick<Member, 'role' | 'toFamily'>, audience: Audience): boolean =>
  role === 'CARE_TEAM' || (audience === 'EVERYONE' && (role === 'PATIENT' || (role === 'FAMILY' && toFamily)));

/** Each member once, by what concerns them most. */
export function tellOfPost(post: PostFacts, members: readonly Member[]): Telling[] {
  if (post.isRetracted) return [];
  const told = members
    .filter((member) => member.userId !== post.authorId && belongsTo(member, post.audience))
    // What is urgent comes through from a room that one has muted.
    .filter(({ isMuted }) => !isMuted || post.importance === 'URGENT')
    .flatMap((member) => tellMember(kindFor(post, member), post.importance, member));
  return onceEach(told);
}

/** An answer that is owed. */
export interface AskToTell {
  authorId: string;
  audience: Audience;
  importance: Importance;
  /** Alone, of a group, or as deputies. */
  asked: readonly string[];
  /** Who has taken it on, while they take part. */
  takenById: string | null;
}

/**
 * That an answer is late is told to whoever owes it; from the second step on to all who were asked, to who asks and to the steward.
 * Only the first is left to a push: what is later than that is mailed too, if one wants mail of it.
 */
export function tellOfLateAsk(ask: AskToTell, step: number, members: readonly Member[]): Telling[] {
  const owing = step === 1 && ask.takenById ? [ask.takenById] : ask.asked;
  const concerns = ({ userId, isSteward }: Member): boolean =>
    owing.includes(userId) || (step > 1 && (isSteward || userId === ask.authorId));
  return tellCircle(ask, members.filter(concerns), 'ASK_OVERDUE');
}

/** A post again, to whom it has not reached; what was ordinary is worth a push by now. */
export function tellAgain(post: PostFacts, reached: readonly string[], members: readonly Member[]): Telling[] {
  const waiting = members.filter(({ userId }) => userId !== post.authorId && !reached.includes(userId));
  const importance = post.importance === 'NORMAL' ? 'IMPORTANT' : post.importance;
  const kind = post.acknowledgementRequested ? 'ACKNOWLEDGEMENT_REQUESTED' : 'POST';
  return post.isRetracted ? [] : tellCircle({ ...post, importance }, waiting, post.importance === 'URGENT' ? 'URGENT_POST' : kind);
}

/** What is urgent comes through from a room that one has muted. */
function tellCircle(
  { audience, importance }: Pick<PostFacts, 'audience' | 'importance'>,
  members: readonly Member[],
  kind: NotificationKind,
): Telling[] {
  const told = members.filter((member) => belongsTo(member, audience) && (!member.isMuted || importance === 'URGENT'));
  return onceEach(told.flatMap((member) => tellMember(kind, importance, member)));
}

function kindFor(post: PostFacts, member: Member): NotificationKind {
  if (post.importance === 'URGENT') return 'URGENT_POST';
  if (post.isAlert) return 'VITALS_OUT_OF_RANGE';
  if (post.named.some((name) => isMeant(name, member))) return 'MENTION';
  if (post.acknowledgementRequested) return 'ACKNOWLEDGEMENT_REQUESTED';
  return post.parentAuthorId === member.userId ? 'REPLY' : 'POST';
}

const isMeant = ({ userId, group }: PostFacts['named'][number], member: Member): boolean =>
  userId === member.userId || (group !== null && (group === 'STEWARD' ? member.isSteward : groupsOf(member.profession).includes(group)));

/** @returns nothing for whoever wants to be told nowhere */
export function tellMember(
  kind: NotificationKind,
  importance: Importance,
  { userId, channels }: Pick<Member, 'userId' | 'channels'>,
): Telling[] {
  const { push, email, inApp } = channelsOf(channels, kind, importance);
  return push || email || inApp ? [{ userId, kind, importance, inApp, push, email }] : [];
}

/** Somebody with two memberships is told once. */
const onceEach = (told: readonly Telling[]): Telling[] => [...new Map(told.map((telling) => [telling.userId, telling])).values()];

type Membership = EventPayloads['room.membershipChanged'];

/** @returns what somebody is told of their own membership. Who joined did so themselves, and looks of the center are told elsewhere (R18) */
export function kindOfMembership({ change, role }: Pick<Membership, 'change' | 'role'>): NotificationKind | undefined {
  if (role === 'CENTER_OBSERVER' || change === 'JOINED') return undefined;
  return change === 'INVITED' ? 'ROOM_INVITATION' : 'MEMBERSHIP_CHANGED';
}

/** What an applicant hears of; what they do themselves they know. */
const toldStates: readonly EventPayloads['room.applicationChanged']['status'][] = [
  'IN_REVIEW',
  'RETURNED',
  'APPROVED',
  'REJECTED',
  'COMPLETED',
];
export const isToldOfApplication = (applicantId: string, { status, actorId }: EventPayloads['room.applicationChanged']): boolean =>
  applicantId !== actorId && toldStates.includes(status);

/** A consent that begins to hold or holds no more changes what the care team sees (R10). */
export const isToldOfConsent = ({ status }: Pick<EventPayloads['consent.changed'], 'status'>): boolean =>
  status === 'ACTIVE' || status === 'WITHDRAWN' || status === 'EXPIRED';
