/** What is told of referrals, and the center's word that it has helped. Ids alone (R34). */
import type { BusEvent } from '@heya/schema/events';
import { audit } from '@heya/service-common/audit';
import type { Handlers } from '@heya/service-common/consumer';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { aboutReferral } from './support-referral.access.ts';
import { type ReferralRow, setResolved } from './support-referral.repository.ts';

export const emitReferral = (tx: Em, row: ReferralRow): Promise<void> =>
  emit(tx, 'room.supportReferred', `support:${row.room_id}`, {
    supportReferralId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
    districtId: row.district_id,
    roomNumber: row.room_number,
    topic: row.topic,
  });

export const referralHandlers: Handlers = { 'identity.supportEnded': applyEnd };

async function applyEnd(tx: Em, { payload, occurredAt }: BusEvent<'identity.supportEnded'>): Promise<void> {
  const row = await setResolved(tx, payload.supportReferralId, new Date(occurredAt));
  if (!row) return;
  const told = { viewer: { type: 'service', name: 'room' }, requestId: 'bus' } as const;
  await audit(tx, told, { ...aboutReferral(row), districtId: row.district_id, authority: 'SERVICE', action: 'UPDATE' });
}
