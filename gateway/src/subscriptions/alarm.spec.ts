import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atInstant } from './alarm.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const day = 24 * 60 * 60 * 1000;

it.each([0.001, 24, 25, 60, 400])('rings after %d days, not before and only once', (days) => {
  const ring = vi.fn();
  atInstant(Date.now() + days * day, ring);
  vi.advanceTimersByTime(days * day - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  vi.advanceTimersByTime(100 * day);
  expect(ring).toHaveBeenCalledOnce();
});

it('rings at once for what is past, never for an open end, and not when it is cancelled', () => {
  const ring = vi.fn();
  atInstant(Date.now() - 1, ring);
  vi.advanceTimersByTime(0);
  expect(ring).toHaveBeenCalledOnce();
  atInstant(Number.POSITIVE_INFINITY, ring);
  atInstant(Date.now() + 40 * day, ring).cancel();
  vi.advanceTimersByTime(400 * day);
  expect(ring).toHaveBeenCalledOnce();
});
