/** Read again without anybody's act: what is shown stays while nobody answers (R29). */
import { error } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask } from './api.ts';
import { readAllAgain, readNow } from './again.svelte.ts';

vi.mock('$app/navigation', () => ({ invalidateAll: vi.fn(() => Promise.resolve()) }));
vi.mock('./api.ts', () => ({ ask: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { href: 'https://heya.example/rooms/r' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it('silence leaves what is shown; whoever may see it no more is led away', async () => {
  expect(await readNow(() => error(503, 'SERVICE_UNAVAILABLE'))).toBeNull();
  expect(invalidateAll).not.toHaveBeenCalled();
  expect(await readNow(() => error(404))).toBeNull();
  expect(invalidateAll).toHaveBeenCalledTimes(1);
});

it('everything is read again as soon as somebody answers, and once', async () => {
  vi.mocked(ask).mockImplementationOnce(async () => error(503));
  vi.mocked(ask).mockResolvedValue({});
  const again = readAllAgain();
  await vi.advanceTimersByTimeAsync(1);
  expect(invalidateAll).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  await again;
  expect(invalidateAll).toHaveBeenCalledTimes(1);
});
