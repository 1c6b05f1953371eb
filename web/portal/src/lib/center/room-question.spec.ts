import { describe, expect, it } from 'vitest';
import { asksForFacility, readRoomQuestion, roomsHref, toRoomFilter } from './room-question.ts';

const read = (query: string) => readRoomQuestion(new URLSearchParams(query));

describe('which rooms are shown', () => {
  it.each([
    ['', {}],
    ['show=closed', { statuses: ['CLOSED', 'PURGED'] }],
    ['show=unused', { inactiveSince: '2025-11-23', statuses: ['ACTIVE', 'DORMANT'] }],
    ['show=nonsense&q=+K-0012+', { query: 'K-0012' }],
    ['show=toString', {}],
    ['show=check&facility=f', { weeklyCheckOverdue: true, facilityId: 'f' }],
    ['q=わかば', {}],
  ])('%s', (query, filter) => expect(toRoomFilter(read(query), '2026-11-23')).toEqual(filter));

  it('a text without a digit names a facility, full-width digits are digits', () => {
    expect(['わかば', 'Ｋ－１２', 'K-12', ''].map((text) => asksForFacility({ view: 'all', facility: '', text }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('the address keeps the rest when one thing changes', () => {
    const question = read('show=check&q=K-1');
    expect(roomsHref(question, { view: 'all' })).toBe('/center/rooms?q=K-1');
    expect(readRoomQuestion(new URL(roomsHref(question, { facility: 'f' }), 'http://x').searchParams)).toEqual({
      ...question,
      facility: 'f',
    });
    expect(roomsHref(question, { view: 'all', text: '' })).toBe('/center/rooms');
  });
});
