import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilLocked } from './until-locked.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('goes on to the locked screen only when the server has locked, however long nobody answers (R6)', async () => {
  const answers = [undefined, undefined, 503, 204];
  const ask = vi.fn(() => Promise.resolve(answers.shift()));
  const goOn = vi.fn();
  void untilLocked(ask).then(goOn);
  await vi.advanceTimersByTimeAsync(8_999);
  expect([ask.mock.calls.length, goOn.mock.calls.length]).toEqual([3, 0]);
  await vi.advanceTimersByTimeAsync(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([ask.mock.calls.length, goOn.mock.calls.length]).toEqual([4, 1]);
});
