import { expect, test } from 'vitest';
import { holdsData } from './revocation.reads.ts';

test('an answer holds data when anything but emptiness is in it', () => {
  for (const nothing of [null, {}, { room: null }, { room: { posts: { nodes: [] }, lastPost: null } }, { room: { posts: null } }])
    expect(holdsData(nothing)).toBe(false);
  for (const something of [{ room: { unreadCount: 0 } }, { post: { body: 'a' } }, { room: { posts: { nodes: [null, { id: 'x' }] } } }])
    expect(holdsData(something)).toBe(true);
});
