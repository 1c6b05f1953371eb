import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idleLimits, stageAt, untilNextStage } from './idle.policy.ts';

const minutes = (count: number): number => count * 60_000;

describe('a screen nobody touches (R6)', () => {
  it('is locked after 10 minutes and signed out after 30', () => {
    expect([0, 9.99, 10, 29.99, 30, 600].map((count) => stageAt(minutes(count)))).toEqual([
      'OPEN',
      'OPEN',
      'LOCKED',
      'LOCKED',
      'OUT',
      'OUT',
    ]);
  });

  it('never goes back by itself, and says exactly when it goes on', () => {
    const order = ['OPEN', 'LOCKED', 'OUT'];
    fc.assert(
      fc.property(fc.integer({ min: -minutes(60), max: minutes(60) }), (idleMs) => {
        const next = untilNextStage(idleMs);
        if (next === null) return stageAt(idleMs) === 'OUT';
        const at = Math.max(0, idleMs) + next;
        return order.indexOf(stageAt(at)) === order.indexOf(stageAt(idleMs)) + 1 && stageAt(at - 1) === stageAt(Math.max(0, idleMs));
      }),
    );
  });

  it('is told of to the server often enough that it never locks a screen in use', () => {
    expect(idleLimits.beatMs).toBeLessThan(idleLimits.lockMs / 2);
  });
});
