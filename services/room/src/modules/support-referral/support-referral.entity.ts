/** A member who struggles with Heya, handed over to the center by the steward (R15). */
import { defineEntity, p } from '@mikro-orm/core';
import type { EventPayloads } from '@heya/schema/events';

export type SupportTopic = EventPayloads['room.supportReferred']['topic'];

export const supportReferral = defineEntity({
  name: 'SupportReferral',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    membershipId: p.uuid(),
    /** Whom the center calls, and their name of then: it is in no room. */
    memberUserId: p.uuid(),
    memberName: p.text(),
    referredBy: p.uuid(),
    referredByName: p.text(),
    topic: p.text().$type<SupportTopic>(),
    note: p.text().nullable(),
    createdAt: p.datetime(3),
    resolvedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'support_referral_room', expression: 'create index support_referral_room on support_referral (room_id, created_at desc)' },
  ],
});
