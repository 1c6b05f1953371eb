import { describe, expect, it } from 'vitest';
import { cursorTrail } from './cursor.ts';

describe('cursor trail', () => {
  it('resumes from the position taken before subscribing', () => {
    expect(cursorTrail('c0').last).toBe('c0');
    expect(cursorTrail(undefined).last).toBeUndefined();
  });

  it('admits each event once, whatever a replay repeats', () => {
    const trail = cursorTrail('c0');
    const delivered = ['c0', 'c1', 'c2', 'c1', 'c2', 'c3'].filter((cursor) => trail.admit(cursor));
    expect(delivered).toEqual(['c1', 'c2', 'c3']);
    expect(trail.last).toBe('c3');
  });

  it('does not step back when an old event is repeated', () => {
    const trail = cursorTrail('c0');
    trail.admit('c1');
    trail.admit('c2');
    trail.admit('c1');
    expect(trail.last).toBe('c2');
  });

  it('forgets the oldest beyond its capacity', () => {
    const trail = cursorTrail(undefined, 2);
    ['a', 'b', 'c'].forEach((cursor) => trail.admit(cursor));
    expect(trail.admit('c')).toBe(false);
    expect(trail.admit('a')).toBe(true);
  });
});
