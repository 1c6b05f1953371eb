import type { SafetyStatus } from '@heya/client/generated/graphql';
import { expect, test } from 'vitest';
import { boardWith, minutesLeft, tally } from './board.ts';

const place = (id: string, status: SafetyStatus, powerEndsAt: string | null = null) => ({ patient: { id }, status, powerEndsAt });

test('a report that comes in moves its person to where they belong, once, and nobody new comes with it', () => {
  const board = [place('a', 'NOT_CONFIRMED'), place('b', 'NOT_CONFIRMED'), place('c', 'SAFE')];
  const arrived = [place('a', 'SAFE'), place('a', 'NEEDS_RESCUE'), place('x', 'SAFE')];
  expect(boardWith(board, arrived).map(({ patient, status }) => `${patient.id} ${status}`)).toEqual([
    'b NOT_CONFIRMED',
    'a NEEDS_RESCUE',
    'c SAFE',
  ]);
});

test('unaccounted come first, then the least power, then the worst', () => {
  const board = [
    place('safe', 'SAFE'),
    place('late', 'SAFE', '2026-10-03T02:00:00Z'),
    place('soon', 'SAFE', '2026-10-03T01:00:00Z'),
    place('hurt', 'SEVERELY_INJURED'),
    place('not reached', 'UNREACHABLE'),
    place('unknown', 'NOT_CONFIRMED'),
  ];
  expect(boardWith(board, []).map(({ patient }) => patient.id)).toEqual(['unknown', 'not reached', 'soon', 'late', 'hurt', 'safe']);
  expect(tally(board).find(({ status }) => status === 'SAFE')?.count).toBe(3);
});

test('minutes of power count down and stop at none', () => {
  const now = Date.parse('2026-10-03T00:59:31Z');
  expect(minutesLeft('2026-10-03T01:30:00Z', now)).toBe(30);
  expect(minutesLeft('2026-10-03T00:00:00Z', now)).toBe(0);
});
