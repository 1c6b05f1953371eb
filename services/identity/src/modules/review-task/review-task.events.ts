/** Facts of other services that become work for the center, or end it. */
import type { BusEvent } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';
import { findFacility } from '../facility/index.ts';
import { closeWork, findBySubject, openWork, passWorkOn, renameWork } from '../inbox/index.ts';
import {
  applicationTitle,
  dormancyTitle,
  effectOf,
  expiredTitle,
  expiryTitle,
  overdueTitle,
  paperTitle,
  referralTitle,
  supportTitle,
  withdrawalTitle,
} from './review-task.policy.ts';

export const reviewTaskHandlers: Handlers = {
  'room.applicationChanged': applyApplication,
  'room.weeklyCheckChanged': applyWeeklyCheck,
  'room.supportReferred': applySupport,
  'room.dormancyChanged': applyDormancy,
  'consent.changed': applyConsent,
  'consent.expiring': applyExpiring,
  'consent.paperChanged': applyPaper,
};

async function applyApplication(tx: Em, { payload, occurredAt }: BusEvent<'room.applicationChanged'>): Promise<void> {
  const { applicationId, districtId, form, facilityId } = payload;
  const effect = effectOf(payload.status);
  if (effect === 'CLOSE') return closeWork(tx, 'RoomApplication', applicationId, new Date(occurredAt));
  if (effect === 'NONE') return;
  const known = await findBySubject(tx, 'RoomApplication', applicationId);
  if (known && effect === 'KEEP') return;
  if (known && effect === 'PASS_ON') return passWorkOn(tx, 'RoomApplication', applicationId);
  const facility = facilityId ? await findFacility(tx, facilityId) : null;
  await openWork(tx, {
    districtId,
    kind: 'ROOM_APPLICATION',
    form,
    title: applicationTitle(payload),
    receiptNumber: payload.receiptNumber,
    subjectType: 'RoomApplication',
    subjectId: applicationId,
    facilityId,
    words: [facility?.name, facility?.nameKana],
    openedAt: new Date(occurredAt),
  });
}

/** A check that is late, or that the steward hands over with a question, is work; signing ends what was only late (R15). */
async function applyWeeklyCheck(tx: Em, { payload, occurredAt }: BusEvent<'room.weeklyCheckChanged'>): Promise<void> {
  const { weeklyCheckId: subjectId, districtId, roomNumber, state } = payload;
  if (state === 'DUE') return;
  const known = await findBySubject(tx, 'WeeklyCheck', subjectId);
  if (state === 'SIGNED') return known?.closedAt ? undefined : closeWork(tx, 'WeeklyCheck', subjectId, new Date(occurredAt));
  const isReferral = state === 'REFERRED';
  const title = isReferral ? referralTitle(roomNumber) : overdueTitle(roomNumber);
  if (known?.title === title) return;
  await openWork(tx, {
    districtId,
    kind: isReferral ? 'SUPPORT_REFERRAL' : 'WEEKLY_CHECK_OVERDUE',
    form: null,
    title,
    subjectType: 'WeeklyCheck',
    subjectId,
    facilityId: null,
    words: [],
    openedAt: new Date(occurredAt),
  });
}

/** A member whom the steward hands over is work until an officer says that it is done (R15). */
async function applySupport(tx: Em, { payload, occurredAt }: BusEvent<'room.supportReferred'>): Promise<void> {
  const { supportReferralId: subjectId, districtId } = payload;
  if (await findBySubject(tx, 'SupportReferral', subjectId)) return;
  await openWork(tx, {
    districtId,
    kind: 'SUPPORT_REFERRAL',
    form: null,
    title: supportTitle(payload),
    subjectType: 'SupportReferral',
    subjectId,
    facilityId: null,
    words: [],
    openedAt: new Date(occurredAt),
  });
}

/** One item for as long as the room is asked about; while it is late, it is called so (R17). */
async function applyDormancy(tx: Em, { payload, occurredAt }: BusEvent<'room.dormancyChanged'>): Promise<void> {
  const { dormancyReviewId: subjectId, districtId } = payload;
  const title = dormancyTitle(payload);
  const known = await findBySubject(tx, 'DormancyReview', subjectId);
  if (!title) return known?.closedAt ? undefined : closeWork(tx, 'DormancyReview', subjectId, new Date(occurredAt));
  if (known && known.closedAt === null) return known.title === title ? undefined : renameWork(tx, known, title);
  await openWork(tx, {
    districtId,
    kind: 'DORMANCY_REVIEW',
    form: null,
    title,
    subjectType: 'DormancyReview',
    subjectId,
    facilityId: null,
    words: [],
    openedAt: new Date(occurredAt),
  });
}

/** Withdrawal is a task for the center (R10), and so is that a consent has run out; one that was replaced is nobody's any more. */
async function applyConsent(tx: Em, { payload, occurredAt }: BusEvent<'consent.changed'>): Promise<void> {
  const { consentId, districtId, status } = payload;
  if (status === 'WITHDRAWN') return openOnce(tx, { consentId, districtId, title: withdrawalTitle(consentId) }, occurredAt);
  if (status === 'EXPIRED') return openOnce(tx, { consentId, districtId, title: expiredTitle(consentId) }, occurredAt);
  if (status === 'SUPERSEDED') return closeWork(tx, 'Consent', consentId, new Date(occurredAt));
}

/** Each warning is the same item with the days that are left (R9). */
function applyExpiring(tx: Em, { payload, occurredAt }: BusEvent<'consent.expiring'>): Promise<void> {
  return openOnce(tx, { ...payload, title: expiryTitle(payload.consentId, payload.days) }, occurredAt);
}

/** Paper waits to be held against what was typed; its pages find it by the number on them (R8). */
async function applyPaper(tx: Em, { payload, occurredAt }: BusEvent<'consent.paperChanged'>): Promise<void> {
  const { consentId, districtId, receiptNumber, status } = payload;
  if (status !== 'SUBMITTED') return closeWork(tx, 'Consent', consentId, new Date(occurredAt));
  await openOnce(tx, { consentId, districtId, receiptNumber, title: paperTitle(receiptNumber) }, occurredAt);
}

interface ConsentWork {
  consentId: string;
  districtId: string;
  title: string;
  receiptNumber?: string;
}

async function openOnce(tx: Em, { consentId, districtId, title, receiptNumber }: ConsentWork, occurredAt: string): Promise<void> {
  const known = await findBySubject(tx, 'Consent', consentId);
  if (known?.title === title) return;
  const number = receiptNumber ?? known?.receiptNumber ?? null;
  await openWork(tx, {
    districtId,
    kind: 'CONSENT',
    form: 'FORM_3_1',
    title,
    receiptNumber: number,
    subjectType: 'Consent',
    subjectId: consentId,
    facilityId: null,
    words: [],
    openedAt: new Date(occurredAt),
  });
}
