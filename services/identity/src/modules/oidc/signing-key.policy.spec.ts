import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeyTimes, planKeys, retentionMs } from './signing-key.policy.ts';

const day = 86_400_000;
const start = new Date('2026-11-22T00:00:00Z');
const at = (days: number): Date => new Date(start.getTime() + days * day);
const rotationDays = 30;

/** Lets the rule run over time and does what it says. */
function run(checks: readonly Date[]) {
  let keys: KeyTimes[] = [];
  return checks.map((now) => {
    const { missing, expired } = planKeys(keys, { now, rotationDays });
    keys = [
      ...keys.filter(({ kid }) => !expired.includes(kid)),
      ...missing.map((signsFrom) => ({ kid: `k${signsFrom.getTime()}`, signsFrom })),
    ];
    return { now, plan: planKeys(keys, { now, rotationDays }) };
  });
}

test('the first start makes a key that signs and one that will', () => {
  expect(planKeys([], { now: start, rotationDays }).missing).toEqual([start, at(30)]);
});

test('the next key is published before it signs; the previous one for a day after', () => {
  const [first, later, turned, gone] = run([at(0), at(29), at(30), at(31.1)]);
  const [current, next] = first?.plan.published ?? [];
  expect(later?.plan).toMatchObject({ current, published: [current, next] });
  expect(turned?.plan.current).toBe(next);
  expect(turned?.plan.published).toContain(current);
  expect(gone?.plan.published).not.toContain(current);
});

test('after a long stop a successor is still known for a day before it signs', () => {
  const [, late] = run([at(0), at(400)]);
  expect(late?.plan.current).toBeDefined();
  expect(planKeys([{ kid: 'old', signsFrom: at(0) }], { now: at(400), rotationDays }).missing).toEqual([
    new Date(at(400).getTime() + retentionMs),
  ]);
});

test('whenever it is looked at: one key signs, it is published first, and every signer was known a day ahead or from the start', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 * 24 }), { minLength: 1, maxLength: 60 }), (hours) => {
      let elapsed = 0;
      const moments = hours.map((step) => at((elapsed += step) / 24));
      const seen = new Map<string, number>();
      for (const { now, plan } of run([start, ...moments])) {
        expect(plan.published[0]).toBe(plan.current);
        expect(plan.missing).toEqual([]);
        for (const kid of plan.published) seen.set(kid, Math.min(seen.get(kid) ?? Infinity, now.getTime()));
        const known = seen.get(plan.current ?? '') ?? Infinity;
        const signsFrom = Number(plan.current?.slice(1));
        expect(known === start.getTime() || signsFrom - known >= retentionMs).toBe(true);
      }
    }),
  );
});
