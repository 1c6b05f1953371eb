import { describe, expect, test } from 'vitest';
import { type ChangeFiled, isPassing, openSeats, placeReview, type Seat } from './review.ts';

const seat = (more: Partial<Seat>): Seat => ({
  id: 's',
  roomNumber: 'K-0123',
  successorName: null,
  successor: null,
  isVacant: false,
  candidates: [{ id: 'a', displayName: '高橋 恵' }],
  ...more,
});
const filed = (more: Partial<ChangeFiled>): ChangeFiled => ({ kind: 'LEAVE', carriedOutAt: null, seats: [], ...more }) as ChangeFiled;
const named = { successorName: '高橋 恵', successor: { id: 'a' } };

describe('which seats somebody has to be named for (R7)', () => {
  test('before the minute those without a successor, and those whose successor has gone', () => {
    const seats = [seat({}), seat(named), seat({ ...named, candidates: [] })];
    expect(openSeats(filed({ seats }))).toEqual([seats[0], seats[2]]);
    expect(openSeats(filed({ kind: 'NAME', seats }))).toEqual([]);
  });

  test('afterwards those that are empty, until somebody who is there is named', () => {
    const [empty, passing, passedOn, gone] = [
      seat({ isVacant: true }),
      seat({ ...named, isVacant: true }),
      seat({ ...named, candidates: [] }),
      seat({ ...named, isVacant: true, candidates: [] }),
    ];
    expect(openSeats(filed({ carriedOutAt: '2026-11-30T08:00:00Z', seats: [empty, passing, passedOn, gone] }))).toEqual([empty, gone]);
    expect([empty, passing, passedOn, gone].map(isPassing)).toEqual([false, true, false, false]);
  });
});

test('a problem stands beside the seat or the comment it is about, whatever it was sent with', () => {
  const sent = { seatIds: ['one', 'two'], paths: ['title'] };
  const errors = [
    { code: 'INVALID', message: 'not there', field: ['successors', '1', 'userId'] },
    { code: 'TOO_LONG', message: 'too long', field: ['input', 'comments', '0', 'text'] },
    { code: 'SUCCESSOR_REQUIRED', message: 'who follows', field: ['input', 'successors'] },
    { code: 'STALE_VERSION', message: 'another was first', field: ['expectedVersion'] },
  ] as const;
  expect(placeReview(errors as never, sent)).toEqual({
    fields: { 'successor-two': 'not there', 'comment-title': 'too long' },
    general: ['who follows', 'another was first'],
  });
});
