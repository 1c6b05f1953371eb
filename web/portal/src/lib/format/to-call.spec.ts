import type { MemberFragment } from '@heya/client/generated/graphql';
import { expect, test } from 'vitest';
import { peopleToCall } from './to-call.ts';

const since = Date.parse('2026-11-16T00:00:00+09:00');
const member = (id: string, more: Partial<MemberFragment> = {}): MemberFragment =>
  ({
    id,
    displayName: id,
    user: { id: `u-${id}` },
    role: 'CARE_TEAM',
    status: 'ACTIVE',
    lastReadAt: '2026-11-20T00:00:00Z',
    ...more,
  }) as MemberFragment;

test('whoever has not read for a week or not read what is important is named; the care team is spoken to, oneself and the family are not', () => {
  const members = [
    member('own', { lastReadAt: null }),
    member('fine'),
    member('silent', { lastReadAt: '2026-11-10T00:00:00Z' }),
    member('unread'),
    member('family', { role: 'FAMILY', lastReadAt: null }),
    member('invited', { status: 'INVITED', lastReadAt: null }),
  ];
  const unread = [...members.map(({ id }) => ({ id, unreadImportantCount: ['unread', 'family'].includes(id) ? 3 : 0 }))];
  expect(peopleToCall({ members, unread, ownId: 'own', since })).toEqual([
    { id: 'own', name: 'own', reasons: ['1週間以上読んでいません'], userId: null },
    { id: 'silent', name: 'silent', reasons: ['1週間以上読んでいません'], userId: 'u-silent' },
    { id: 'unread', name: 'unread', reasons: ['重要 3件が未読'], userId: 'u-unread' },
    { id: 'family', name: 'family', reasons: ['重要 3件が未読'], userId: null },
  ]);
});
