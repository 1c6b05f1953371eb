import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleWatch } from './idle-watch.ts';
import type { SharedActivity, TabWord } from './shared-activity.ts';

const minute = 60_000;

/** Two tabs of one browser, without a browser. */
function browser() {
  let last: number | undefined;
  const shared: SharedActivity = { last: () => last, touch: (at) => (last = at), say: (_word: TabWord) => {}, hear: () => () => {} };
  const tab = () => {
    const seen: string[] = [];
    const note = (word: string) => () => void seen.push(word);
    const watch = new IdleWatch({ shared, now: () => Date.now(), beat: note('beat'), lock: note('lock'), signOut: note('out') });
    return { seen, watch };
  };
  return { tab, wake: (laterMs: number) => vi.setSystemTime(Date.now() + laterMs) };
}

describe('the watch over an open screen (R6)', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('locks after ten minutes without input, once', () => {
    const { seen } = browser().tab();
    vi.advanceTimersByTime(10 * minute - 1);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(60 * minute);
    expect(seen).toEqual(['lock']);
  });

  it('stays open under input and tells the server once a minute', () => {
    const { seen, watch } = browser().tab();
    for (let second = 0; second < 15 * 60; second += 5) {
      vi.advanceTimersByTime(5_000);
      watch.input();
    }
    expect(seen.filter((word) => word !== 'beat')).toEqual([]);
    expect(seen.length).toBeGreaterThanOrEqual(14);
    expect(seen.length).toBeLessThanOrEqual(15);
  });

  it('counts input in any tab for all', () => {
    const { tab } = browser();
    const [resting, used] = [tab(), tab()];
    for (let at = 0; at < 30; at += 5) {
      vi.advanceTimersByTime(5 * minute);
      used.watch.input();
    }
    expect(resting.seen).toEqual([]);
    vi.advanceTimersByTime(10 * minute);
    expect([resting.seen.at(-1), used.seen.at(-1)]).toEqual(['lock', 'lock']);
  });

  it('finds the screen locked, or left, when the device slept: touching it then changes nothing', () => {
    const { tab, wake } = browser();
    const first = tab();
    wake(11 * minute);
    first.watch.input();
    expect(first.seen).toEqual(['lock']);
    const second = tab();
    wake(31 * minute);
    second.watch.input();
    expect(second.seen).toEqual(['out']);
  });
});
