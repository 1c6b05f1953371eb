/** Facts of other services that become work for the center, or end it. */
import type { BusEvent } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';
import { findFacility } from '../facility/index.ts';
import { closeWork, findBySubject, openWork, passWorkOn } from '../inbox/index.ts';
import { applicationTitle, effectOf, withdrawalTitle } from './review-task.policy.ts';

export const reviewTaskHandlers: Handlers = {
  'room.applicationChanged': applyApplication,
  'consent.changed': applyConsent,
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

/** Withdrawal is a task for the center (R10). */
async function applyConsent(tx: Em, { payload, occurredAt }: BusEvent<'consent.changed'>): Promise<void> {
  if (payload.status !== 'WITHDRAWN') return;
  const known = await findBySubject(tx, 'Consent', payload.consentId);
  if (known) return;
  const title = withdrawalTitle(payload.consentId);
  await openWork(tx, {
    districtId: payload.districtId,
    kind: 'CONSENT',
    form: 'FORM_3_1',
    title,
    subjectType: 'Consent',
    subjectId: payload.consentId,
    facilityId: null,
    words: [],
    openedAt: new Date(occurredAt),
  });
}
