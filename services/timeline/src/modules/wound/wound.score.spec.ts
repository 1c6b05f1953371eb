/** DESIGN-R 2020 against published examples of its notation, and its properties. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { woundProblems } from './wound.policy.ts';
import { depths, designR, isWorse, notationOf, sizeScore, totalOf, woundItems, type WoundState } from './wound.score.ts';

const of = (depth: WoundState['depth'], ...scores: number[]): WoundState =>
  ({ depth, ...Object.fromEntries(woundItems.map((item, place) => [item, scores[place]])) }) as WoundState;

const anyState: fc.Arbitrary<WoundState> = fc.record({
  depth: fc.constantFrom(...depths),
  ...(Object.fromEntries(woundItems.map((item) => [item, fc.constantFrom(...designR[item].scores)])) as Record<
    (typeof woundItems)[number],
    fc.Arbitrary<number>
  >),
});

describe('the notation', () => {
  test('is written as the society writes it', () => {
    expect(notationOf(of('D3', 1, 6, 0, 3, 3, 0))).toBe('D3-e1s6i0g3N3p0:13');
    expect(notationOf(of('DDTI', 0, 15, 1, 0, 0, 0))).toBe('DDTI-e0S15i1g0n0p0:16');
    expect(notationOf({ ...of('D3', 6, 6, 3, 6, 0, 0), criticallyColonized: true })).toBe('D3-E6s6I3CG6n0p0:21');
    expect(notationOf(of('D3', 6, 6, 3, 6, 0, 0))).toBe('D3-E6s6I3G6n0p0:21');
    expect(notationOf(of('D4', 6, 9, 1, 6, 3, 24))).toBe('D4-E6s9i1G6N3P24:49');
    expect(notationOf(of('d2', 3, 12, 9, 4, 6, 9))).toBe('d2-e3s12I9G4N6P9:43');
  });

  test('ends with the total of the six, 0 to 66, whatever the depth', () => {
    const worst = of('d0', ...woundItems.map((item) => Math.max(...designR[item].scores)));
    expect([totalOf(worst), totalOf(of('D5', 0, 0, 0, 0, 0, 0))]).toEqual([66, 0]);
    fc.assert(
      fc.property(anyState, (state) => {
        const [, digits = ''] = notationOf(state).split('-');
        const written = [...(digits.split(':')[0] ?? '').matchAll(/\d+/gu)].map(([score]) => Number(score));
        expect(written).toEqual(woundItems.map((item) => state[item]));
        expect(Number(digits.split(':')[1])).toBe(written.reduce((sum, score) => sum + score, 0));
      }),
    );
  });
});

test('size is scored by length × width', () => {
  expect([0, 0.1, 3.99, 4, 15.9, 16, 35.9, 36, 63.9, 64, 99.9, 100, 900].map(sizeScore)).toEqual([
    0, 3, 3, 6, 6, 8, 8, 9, 9, 12, 12, 15, 15,
  ]);
});

test('worse is three more, or deeper; out of sight is as deep as D3', () => {
  const before = of('d2', 3, 6, 1, 3, 0, 0);
  expect(isWorse({ ...before, exudate: 6 }, before)).toBe(true);
  expect(isWorse({ ...before, exudate: 1, granulation: 6 }, before)).toBe(false);
  expect(isWorse({ ...before, granulation: 5 }, before)).toBe(false);
  for (const depth of ['D3', 'DU', 'DDTI', 'D5'] as const) expect(isWorse({ ...before, depth }, before)).toBe(true);
  for (const depth of ['d0', 'd1', 'd2'] as const) expect(isWorse({ ...before, depth }, before)).toBe(false);
  expect(isWorse({ ...before, depth: 'DU' }, { ...before, depth: 'D3' })).toBe(false);
  expect(isWorse(before, undefined)).toBe(false);
});

describe('what is sent', () => {
  const good = { ...of('D3', 3, 8, 1, 3, 0, 0), site: '仙骨部' };
  const wrong = (change: object): string[] =>
    woundProblems({ ...good, ...change }, []).map(({ code, field }) => `${code} ${field?.join('.')}`);

  test('each item takes its own scores and no other', () => {
    expect(wrong({})).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...woundItems), fc.integer({ min: -3, max: 30 }), (item, score) => {
        expect(wrong({ [item]: score })).toEqual(designR[item].scores.includes(score) ? [] : [`INVALID ${item}`]);
      }),
    );
    expect(wrong({ exudate: 1.5 })).toEqual(['INVALID exudate']);
    expect(wrong({ criticallyColonized: true })).toEqual(['INVALID criticallyColonized']);
    expect(wrong({ criticallyColonized: true, inflammation: 3 })).toEqual([]);
  });

  test('length and width come together, and make the score of size', () => {
    expect(wrong({ lengthCm: 5, widthCm: 4 })).toEqual([]);
    expect(wrong({ lengthCm: 5, widthCm: 2 })).toEqual(['INVALID size']);
    expect(wrong({ lengthCm: 4, widthCm: 5 })).toEqual(['INVALID widthCm']);
    expect(wrong({ lengthCm: 5 })).toEqual(['INVALID widthCm']);
    expect(wrong({ lengthCm: 101, widthCm: 0 })).toEqual(['INVALID lengthCm', 'INVALID widthCm']);
    expect([wrong({ areaCm2: 0 }), wrong({ areaCm2: 12.5 })]).toEqual([['INVALID areaCm2'], []]);
  });

  test('says where, without a My Number; a correction says of which wound', () => {
    expect(wrong({ site: ' ' })).toEqual(['BLANK site']);
    expect(wrong({ site: '1234 5678 9018' })).toEqual(['MY_NUMBER_NOT_ALLOWED site']);
    expect(wrong({ site: '仙'.repeat(61) })).toEqual(['TOO_LONG site']);
    expect(wrong({ woundId: 'x' })).toEqual(['NOT_FOUND woundId']);
    expect(wrong({ correctsId: '01939b7e-0000-7000-8000-000000000001' })).toEqual(['NOT_FOUND correctsId']);
  });
});
