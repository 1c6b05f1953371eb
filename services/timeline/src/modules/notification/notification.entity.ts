/** What somebody is told, and how they want to be told (R28). Ids and codes alone: what it says is put together when it is read. */
import { defineEntity, p } from '@mikro-orm/core';

export const notification = defineEntity({
  name: 'Notification',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    /** Place among what this person was told; also that of the event on their own stream. */
    seq: p.bigint('number'),
    kind: p.string(),
    importance: p.string(),
    targetType: p.string(),
    targetId: p.uuid(),
    roomId: p.uuid().nullable().index(),
    patientId: p.uuid().nullable(),
    /** Circle of the post that it tells of, or of whoever takes part. */
    audience: p.string(),
    /** Only while they take part in the room, in that circle; what concerns themselves they keep. */
    needsMembership: p.boolean(),
    actorId: p.uuid().nullable(),
    /** What happened: somebody is told of it once. */
    cause: p.string(),
    /** Whether it stands in the feed; otherwise it is only pushed or mailed. */
    inApp: p.boolean(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    readAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['userId', 'cause'] }],
  indexes: [
    { name: 'notification_feed', expression: 'create index notification_feed on notification (user_id, seq) where in_app' },
    {
      name: 'notification_unread',
      expression: 'create index notification_unread on notification (user_id, seq) where in_app and read_at is null',
    },
    {
      name: 'notification_feed_room',
      expression: 'create index notification_feed_room on notification (user_id, room_id, seq) where in_app',
    },
    {
      name: 'notification_target',
      expression: 'create index notification_target on notification (target_id, user_id) where read_at is null',
    },
  ],
});

export const notificationPreference = defineEntity({
  name: 'NotificationPreference',
  rowLevelSecurity: 'force',
  properties: {
    userId: p.uuid().primary(),
    /** Only where they differ from what holds for everybody. */
    channels: p.json(),
    /** HH:mm in Japan; both or neither. */
    quietFrom: p.string().nullable(),
    quietTo: p.string().nullable(),
    /** HH:mm in Japan at which each day's summary is mailed; null: none. */
    digestAt: p.string().nullable().default('07:30'),
    updatedAt: p.datetime(),
  },
});

export const notificationMute = defineEntity({
  name: 'NotificationMute',
  rowLevelSecurity: 'force',
  properties: { userId: p.uuid().primary(), roomId: p.uuid().primary().index() },
});

/** Who filed an application: the first who acted on it. They are told what becomes of it, and of the consent it rests on. */
export const notificationApplicant = defineEntity({
  name: 'NotificationApplicant',
  rowLevelSecurity: 'force',
  properties: { applicationId: p.uuid().primary(), patientId: p.uuid().index(), userId: p.uuid() },
});
