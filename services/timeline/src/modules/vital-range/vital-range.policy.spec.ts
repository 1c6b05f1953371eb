import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagOf, vitalLimits } from '../vitals/index.ts';
import { vitalFlags } from '../vitals/vitals.policy.ts';
import { isSame, type RangeDraft, rangedKinds, rangeProblems, toRanges } from './vital-range.policy.ts';

const rising = ['CRITICAL_LOW', 'LOW', 'NORMAL', 'HIGH', 'CRITICAL_HIGH'];
const kind = fc.constantFrom(...rangedKinds);
/** Somewhere in what can be measured, and a little beyond. */
const share = fc.double({ min: -0.05, max: 1.05, noNaN: true });
const limit = fc.option(share);
const at = (of: (typeof rangedKinds)[number], place: number): number => {
  const [min, max] = vitalLimits[of].reject;
  return min + place * (max - min);
};
const draft = fc.record({ kind, low: limit, high: limit, criticalLow: limit, criticalHigh: limit }).map(({ kind: of, ...limits }) => ({
  kind: of,
  ...Object.fromEntries(Object.entries(limits).map(([name, place]) => [name, place === null ? null : at(of, place)])),
}));

describe('the ranges of one patient (R24)', () => {
  test('are taken when each limit can be measured and is below the next, and not otherwise', () => {
    fc.assert(
      fc.property(draft, (one) => {
        const { criticalLow, low, high, criticalHigh } = one as RangeDraft;
        const given = [criticalLow, low, high, criticalHigh].filter((value) => typeof value === 'number');
        const [min, max] = vitalLimits[one.kind].reject;
        const isRight = given.every((value, index) => value >= min && value <= max && (index === 0 || value > (given[index - 1] ?? max)));
        expect(rangeProblems([one], ['ranges']).length === 0).toBe(isRight);
      }),
      { numRuns: 500 },
    );
  });

  test('flag a higher value never lower', () => {
    expect([...rising].sort()).toEqual([...vitalFlags].sort());
    fc.assert(
      fc.property(draft, share, share, (one, some, other) => {
        fc.pre(rangeProblems([one], []).length === 0);
        const [lower, higher] = [Math.min(some, other), Math.max(some, other)].map((place) =>
          rising.indexOf(flagOf({ kind: one.kind, value: at(one.kind, place) }, toRanges([one]))),
        );
        expect(higher).toBeGreaterThanOrEqual(lower ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  test('are the usual ones again where no limit is left, and the same in whatever order they are said', () => {
    expect(toRanges([{ kind: 'PULSE' }])).toEqual({});
    const [pulse, weight] = [{ kind: 'PULSE', high: 100 } as const, { kind: 'WEIGHT', criticalLow: 40 } as const];
    expect(isSame(toRanges([pulse, weight]), toRanges([weight, pulse]))).toBe(true);
    expect(isSame(toRanges([pulse, weight]), toRanges([pulse]))).toBe(false);
    expect(rangeProblems([pulse, pulse], [])).toHaveLength(1);
  });
});
