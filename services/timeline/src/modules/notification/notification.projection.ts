/**
 * Hears what happens and puts down who is told (R28). Apart from the service's other listening (infra/decisions/0051): what decides about
 * access never waits for it, and no writer of a post does. Each happening is a cause, so what is heard again tells nobody twice.
 */
import type { BusEvent } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import {
  belongsTo,
  isToldOfApplication,
  isToldOfConsent,
  kindOfMembership,
  type Member,
  type NotificationKind,
  tellAgain,
  type Telling,
  tellMember,
  tellOfLateAsk,
  tellOfPost,
} from './notification.policy.ts';
import {
  findApplicants,
  findAskFacts,
  findAsked,
  findMembers,
  findPostFacts,
  findReached,
  findWishes,
  insertNotifications,
  noteApplicant,
  type Occasion,
  type PostToTell,
  settleTarget,
} from './notification.write.repository.ts';

const handlers: Handlers = {
  'timeline.postCreated': tellPost,
  // A correction may name somebody who was not named before.
  'timeline.postChanged': tellPost,
  'timeline.postReminded': tellReminded,
  'timeline.askEscalated': tellLateAsk,
  'timeline.askDeputyNamed': tellDeputy,
  'room.membershipChanged': tellMembership,
  'room.weeklyCheckChanged': tellWeeklyCheck,
  'room.dormancyChanged': tellDormancy,
  'room.applicationChanged': tellApplication,
  'consent.changed': tellConsent,
  'consent.expiring': tellExpiring,
  'identity.securityNoticed': tellSecurity,
  'timeline.safetyCheckChanged': tellSafetyCheck,
};

type Handle = (tx: Em, event: BusEvent) => Promise<void>;

/**
 * Who takes part is what the service has heard until then: somebody who joined a moment before is told.
 * @param reached waits until the rights are known up to a position on the bus, for a lease at most
 */
export function notificationHandlers(reached: (position: number) => Promise<boolean>): Handlers {
  const waiting = Object.entries(handlers).map(([topic, handle]) => {
    const heard: Handle = async (tx, event) => {
      await reached(event.position);
      await (handle as Handle)(tx, event);
    };
    return [topic, heard];
  });
  return Object.fromEntries(waiting) as Handlers;
}

async function tellPost(tx: Em, { payload: { postId } }: BusEvent<'timeline.postCreated' | 'timeline.postChanged'>): Promise<void> {
  const post = await findPostFacts(tx, postId);
  if (!post) return;
  const tellings = tellOfPost(post, await findMembers(tx, { roomId: post.roomId }));
  await insertNotifications(tx, { ...ofPost(postId, post), actorId: post.authorId, cause: `post:${postId}` }, tellings);
}

const ofPost = (postId: string, { roomId, patientId, audience }: Pick<PostToTell, 'roomId' | 'patientId' | 'audience'>) =>
  ({ targetType: 'Post', targetId: postId, roomId, patientId, audience, needsMembership: true }) as const;

async function tellReminded(tx: Em, { payload: { reminderId, postId, actorId } }: BusEvent<'timeline.postReminded'>): Promise<void> {
  const post = await findPostFacts(tx, postId);
  if (!post) return;
  const tellings = tellAgain(post, await findReached(tx, postId), await findMembers(tx, { roomId: post.roomId }));
  const toOthers = tellings.filter(({ userId }) => userId !== actorId);
  await insertNotifications(tx, { ...ofPost(postId, post), actorId, cause: `reminder:${reminderId}` }, toOthers);
}

async function tellLateAsk(tx: Em, { payload: { postId, step } }: BusEvent<'timeline.askEscalated'>): Promise<void> {
  const ask = await findAskFacts(tx, postId);
  if (!ask) return;
  const tellings = tellOfLateAsk(ask, step, await findMembers(tx, { roomId: ask.roomId }));
  await insertNotifications(tx, { ...ofPost(postId, ask), actorId: null, cause: `late:${postId}:${step}` }, tellings);
}

async function tellDeputy(tx: Em, { payload: { postId, userId, actorId } }: BusEvent<'timeline.askDeputyNamed'>): Promise<void> {
  const ask = await findAskFacts(tx, postId);
  if (!ask || userId === actorId) return;
  const [deputy] = (await findMembers(tx, { roomId: ask.roomId })).filter((member) => member.userId === userId);
  const tellings = deputy && belongsTo(deputy, ask.audience) ? tellMember('MENTION', ask.importance, deputy) : [];
  await insertNotifications(tx, { ...ofPost(postId, ask), actorId, cause: `deputy:${postId}` }, tellings);
}

async function tellMembership(tx: Em, { payload, eventId }: BusEvent<'room.membershipChanged'>): Promise<void> {
  const { membershipId, roomId, patientId, userId, change } = payload;
  if (change === 'JOINED' || change === 'LEFT') await settle(tx, membershipId);
  const kind = kindOfMembership(payload);
  if (!kind) return;
  const about = { targetType: 'RoomMembership', targetId: membershipId, roomId, patientId, cause: `event:${eventId}` } as const;
  await tell(tx, kind, { ...oneself, ...about }, [userId]);
}

async function tellWeeklyCheck(tx: Em, { payload }: BusEvent<'room.weeklyCheckChanged'>): Promise<void> {
  const { weeklyCheckId, roomId, patientId, state } = payload;
  if (state !== 'DUE' && state !== 'OVERDUE') return settle(tx, weeklyCheckId);
  const stewards = (await findMembers(tx, { roomId })).filter(({ isSteward }) => isSteward);
  const about = {
    targetType: 'WeeklyCheck',
    targetId: weeklyCheckId,
    roomId,
    patientId,
    cause: `weekly:${weeklyCheckId}:${state}`,
  } as const;
  await insertNotifications(tx, { ...ofTeam, ...about }, tellMembers('WEEKLY_CHECK_DUE', stewards));
}

/** The steward and the patient; the applicant as far as they still take part (R17). */
async function tellDormancy(tx: Em, { payload }: BusEvent<'room.dormancyChanged'>): Promise<void> {
  const { dormancyReviewId, roomId, patientId, state } = payload;
  if (state !== 'ASKING' && state !== 'LATE') return settle(tx, dormancyReviewId);
  const [members, applicants] = [await findMembers(tx, { roomId }), await findApplicants(tx, patientId)];
  const asked = members.filter(({ isSteward, role, userId }) => isSteward || role === 'PATIENT' || applicants.includes(userId));
  const cause = `dormancy:${dormancyReviewId}:${state}`;
  const about = { targetType: 'DormancyReview', targetId: dormancyReviewId, roomId, patientId, cause } as const;
  await insertNotifications(tx, { ...ofTeam, ...about, audience: 'EVERYONE' }, tellMembers('DORMANCY_REVIEW', asked));
}

async function tellApplication(tx: Em, { payload, eventId }: BusEvent<'room.applicationChanged'>): Promise<void> {
  const { applicationId, roomId, patientId, actorId } = payload;
  const applicant = await noteApplicant(tx, payload);
  if (!isToldOfApplication(applicant, payload)) return;
  const about = { targetType: 'RoomApplication', targetId: applicationId, roomId, patientId, actorId, cause: `event:${eventId}` } as const;
  await tell(tx, 'APPLICATION_UPDATED', { ...oneself, ...about }, [applicant]);
}

/** The care team of the patient's room, and whoever asked for the consent while there is no room yet. */
async function tellConsent(tx: Em, { payload }: BusEvent<'consent.changed'>): Promise<void> {
  if (!isToldOfConsent(payload)) return;
  const { consentId, patientId, epoch, actorId } = payload;
  const members = (await findMembers(tx, { patientId })).filter(({ role, userId }) => role === 'CARE_TEAM' && userId !== actorId);
  const about = { targetType: 'Consent', targetId: consentId, patientId, actorId, cause: `consent:${consentId}:${epoch}` } as const;
  for (const [roomId, own] of Map.groupBy(members, (member) => member.roomId))
    await insertNotifications(tx, { ...ofTeam, ...about, roomId }, tellMembers('CONSENT_CHANGED', own));
  const applicants = (await findApplicants(tx, patientId)).filter((userId) => userId !== actorId);
  await tell(tx, 'CONSENT_CHANGED', { ...oneself, ...about, roomId: null }, applicants);
}

async function tellExpiring(tx: Em, { payload }: BusEvent<'consent.expiring'>): Promise<void> {
  const { consentId, patientId, days } = payload;
  const stewards = (await findMembers(tx, { patientId })).filter(({ isSteward }) => isSteward);
  const about = { targetType: 'Consent', targetId: consentId, patientId, cause: `expiring:${consentId}:${days}` } as const;
  for (const [roomId, own] of Map.groupBy(stewards, (member) => member.roomId))
    await insertNotifications(tx, { ...ofTeam, ...about, roomId }, tellMembers('CONSENT_CHANGED', own));
}

async function tellSecurity(tx: Em, { payload: { userId }, eventId }: BusEvent<'identity.securityNoticed'>): Promise<void> {
  const about = { targetType: 'Viewer', targetId: userId, roomId: null, patientId: null, cause: `event:${eventId}` } as const;
  await tell(tx, 'SECURITY', { ...oneself, ...about }, [userId]);
}

/** A practice run is no alarm (R31). */
async function tellSafetyCheck(tx: Em, { payload }: BusEvent<'timeline.safetyCheckChanged'>): Promise<void> {
  const { safetyCheckId, state, isPractice } = payload;
  if (state === 'ENDED') return settle(tx, safetyCheckId);
  const about = {
    targetType: 'SafetyCheck',
    targetId: safetyCheckId,
    roomId: null,
    patientId: null,
    cause: `safety:${safetyCheckId}`,
  } as const;
  const asked = await findAsked(tx, safetyCheckId);
  const tellings = asked.flatMap((member) => tellMember('SAFETY_CHECK', isPractice ? 'IMPORTANT' : 'URGENT', member));
  await insertNotifications(tx, { ...oneself, ...about }, tellings);
}

/** Nothing is left to do. */
async function settle(tx: Em, targetId: string): Promise<void> {
  for (const { userId, ids } of await settleTarget(tx, targetId))
    await emit(tx, 'timeline.notificationsRead', `notification:${userId}`, { notificationIds: ids, userId });
}

const oneself = { audience: 'EVERYONE', needsMembership: false, actorId: null } satisfies Partial<Occasion>;
const ofTeam = { audience: 'CARE_TEAM', needsMembership: true, actorId: null } satisfies Partial<Occasion>;

/** These are not about a single post: their weight is the kind's. */
const weights: Partial<Record<NotificationKind, Telling['importance']>> = {
  ROOM_INVITATION: 'IMPORTANT',
  CONSENT_CHANGED: 'IMPORTANT',
  SECURITY: 'IMPORTANT',
};
const tellMembers = (kind: NotificationKind, members: readonly Pick<Member, 'userId' | 'channels'>[]): Telling[] =>
  members.flatMap((member) => tellMember(kind, weights[kind] ?? 'NORMAL', member));

/** @param userIds each is told once */
async function tell(tx: Em, kind: NotificationKind, occasion: Occasion, userIds: readonly string[]): Promise<void> {
  await insertNotifications(tx, occasion, tellMembers(kind, await findWishes(tx, [...new Set(userIds)])));
}
