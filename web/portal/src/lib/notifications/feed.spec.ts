/** R28: the list as it is after what came, and the number before the title. */
import { describe, expect, test } from 'vitest';
import type { NotificationViewFragment } from '@heya/client/generated/graphql';
import { afterEvent, countText, readFrom, titled } from './feed.ts';

const item = (id: string, readAt: string | null = null, roomId = 'r'): NotificationViewFragment =>
  ({ id, readAt, room: { id: roomId, patient: null } }) as unknown as NotificationViewFragment;
const all = { unreadOnly: false, roomId: null };
const received = (notification: NotificationViewFragment) =>
  ({ __typename: 'NotificationReceived', cursor: 'c', unreadCount: 1, notification }) as const;

describe('what comes', () => {
  test('stands first, once, and only in the room that is shown', () => {
    const list = afterEvent([item('a')], received(item('b')), all, 'now');
    expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(afterEvent(list, received(item('b')), all, 'now')).toEqual(list);
    expect(afterEvent(list, received(item('c', null, 'other')), { ...all, roomId: 'r' }, 'now')).toEqual(list);
  });

  test('is read where it was read elsewhere, and keeps its time', () => {
    const list = [item('a'), item('b', 'then')];
    const read = afterEvent(list, { __typename: 'NotificationsRead', cursor: 'c', unreadCount: 0, ids: ['a', 'b'] }, all, 'now');
    expect(read.map(({ readAt }) => readAt)).toEqual(['now', 'then']);
  });
});

test('the line stands where all that follows has been read', () => {
  expect(readFrom([item('a'), item('b', 'x'), item('c')])).toBe(-1);
  expect(readFrom([item('a'), item('b', 'x'), item('c', 'x')])).toBe(1);
  expect(readFrom([item('a', 'x')])).toBe(-1);
  expect(readFrom([])).toBe(-1);
});

test('the number stands before the title once, and goes with the last that was unread', () => {
  expect(titled('ホーム | Heya', 3)).toBe('(3) ホーム | Heya');
  expect(titled('(3) ホーム | Heya', 120)).toBe('(99+) ホーム | Heya');
  expect(titled('(99+) ホーム | Heya', 0)).toBe('ホーム | Heya');
  expect([countText(99), countText(100)]).toEqual(['99', '99+']);
});
