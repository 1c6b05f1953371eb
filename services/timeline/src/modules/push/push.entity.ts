/** Which devices are told, and what is to go out to them (R28). */
import { defineEntity, p } from '@mikro-orm/core';

export const pushSubscription = defineEntity({
  name: 'PushSubscription',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    endpoint: p.string().length(1024).index(),
    p256dh: p.string(),
    auth: p.string(),
    deviceId: p.uuid().nullable(),
    /** In which it is told. */
    locale: p.string(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
  uniques: [{ properties: ['userId', 'endpoint'] }],
});

export const notificationDelivery = defineEntity({
  name: 'NotificationDelivery',
  rowLevelSecurity: 'force',
  properties: {
    notificationId: p.uuid().primary(),
    channel: p.string().primary(),
    userId: p.uuid(),
    roomId: p.uuid().nullable().index(),
    patientId: p.uuid().nullable(),
    /** QUEUED, SENT, FAILED or SKIPPED. */
    state: p.string().default('QUEUED'),
    /** Why it was not sent. */
    reason: p.string().nullable(),
    attempts: p.integer().default(0),
    /** The devices that have it: what is tried again tells them no second time. */
    reached: p.json().defaultRaw(`'[]'`),
    dueAt: p.datetime().defaultRaw('clock_timestamp()'),
    settledAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'notification_delivery_due',
      expression: `create index notification_delivery_due on notification_delivery (due_at) where state = 'QUEUED'`,
    },
  ],
});
