/** A list of notifications and what comes to it, as pure rules. */
import type { NotificationViewFragment } from '@heya/client/generated/graphql';
import type { NotificationEvent } from './bell.svelte.ts';

export interface Shown {
  unreadOnly: boolean;
  roomId: string | null;
}

/** @returns the list as it is after the event; what was read stays where it stands until the list is read anew */
export function afterEvent(
  list: readonly NotificationViewFragment[],
  event: NotificationEvent,
  { roomId }: Shown,
  now: string,
): NotificationViewFragment[] {
  if (event.__typename === 'NotificationsRead')
    return list.map((item) => (event.ids.includes(item.id) ? { ...item, readAt: item.readAt ?? now } : item));
  const { notification } = event;
  const isMeant = roomId === null || notification.room?.id === roomId;
  return isMeant && !list.some(({ id }) => id === notification.id) ? [notification, ...list] : [...list];
}

/** @returns where everything from there on has been read; -1 when nothing is, or all is */
export function readFrom(list: readonly Pick<NotificationViewFragment, 'readAt'>[]): number {
  const lastUnread = list.findLastIndex(({ readAt }) => !readAt);
  return lastUnread === -1 || lastUnread === list.length - 1 ? -1 : lastUnread + 1;
}

/** More than this is told as this and more. */
const mostShown = 99;
export const countText = (unread: number): string => (unread > mostShown ? `${mostShown}+` : String(unread));

/** @returns the page's title with the number before it, or without */
export const titled = (title: string, unread: number | null): string => {
  const plain = title.replace(/^\(\d+\+?\) /, '');
  return unread ? `(${countText(unread)}) ${plain}` : plain;
};
