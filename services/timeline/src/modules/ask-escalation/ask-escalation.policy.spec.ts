import { expect, test } from 'vitest';
import { escalationSteps, pace } from './ask-escalation.policy.ts';

test('each step has its time in both paces, later than the one before and sooner when it is urgent (R23)', () => {
  for (const urgent of [false, true]) {
    const own = pace.filter((each) => each.urgent === urgent);
    expect(own.map(({ step }) => step)).toEqual([...escalationSteps]);
    expect(own.map(({ minutes }) => minutes)).toEqual(own.map(({ minutes }) => minutes).toSorted((a, b) => a - b));
    expect(new Set(own.map(({ minutes }) => minutes)).size).toBe(own.length);
  }
  for (const step of escalationSteps) {
    const [usual, urgent] = [false, true].map((wanted) => pace.find((each) => each.step === step && each.urgent === wanted)?.minutes ?? -1);
    expect(urgent).toBeLessThanOrEqual(usual ?? -1);
  }
});
