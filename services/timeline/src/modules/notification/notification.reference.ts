/** Notifications by their ids, as the gateway asks for what a stream tells of: one's own, through the same door as the feed. */
import { timelineClass, type TimelineRequest } from '../access/index.ts';
import type { NotificationRow } from './notification.repository.ts';
import { getNotification, ownPlace, postOf } from './notification.service.ts';

type Reference = { id: string };
const place = ({ id }: Reference, context: TimelineRequest) => ownPlace(context, id);

export const notificationReferences = {
  Notification: ({ id }: Reference, context: TimelineRequest) => getNotification(context, id),
  NotificationReceived: place,
  NotificationsRead: place,
};

/** What it tells of decides, not the row, which holds ids alone (R10). */
export const notificationClasses = async (row: NotificationRow, context: TimelineRequest): Promise<(typeof timelineClass)[]> =>
  (await postOf(context, row)) ? [timelineClass] : [];
