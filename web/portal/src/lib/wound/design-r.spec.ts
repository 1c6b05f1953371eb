import { describe, expect, test } from 'vitest';
import { changeOf } from './change.ts';
import { codesOf, lengthOf, notationOf, scoresOf, sizeOf, totalOf, woundChoices, woundItems, type WoundCodes } from './design-r.ts';

const codes: WoundCodes = { depth: 'D3', exudate: 'E6', size: 's6', inflammation: 'I3C', granulation: 'G6', necrosis: 'n0', pocket: 'p0' };

describe('what is chosen', () => {
  test('is written as it goes, and counted without depth', () => {
    expect(notationOf({})).toBe('');
    expect(notationOf({ depth: 'D3', exudate: 'e3' })).toBe('D3-e3');
    expect([notationOf(codes), totalOf(codes)]).toEqual(['D3-E6s6I3CG6n0p0:21', 21]);
    expect(notationOf({ ...codes, inflammation: 'I3' })).toBe('D3-E6s6I3G6n0p0:21');
    const worst = Object.fromEntries(woundItems.map((item) => [item, woundChoices[item].at(-1)?.code]));
    expect(totalOf(worst)).toBe(66);
  });

  test('is sent as scores once it is whole, and read back as the same choices', () => {
    expect(scoresOf({ depth: 'D3', exudate: 'E6' })).toBeNull();
    for (const item of woundItems)
      for (const { code } of woundChoices[item]) {
        const chosen = { ...codes, [item]: code };
        const scores = scoresOf(chosen);
        expect(scores && codesOf({ ...scores, criticallyColonized: scores.criticallyColonized ?? false })).toEqual(chosen);
      }
  });
});

test('lengths are taken as they are typed, and make the size', () => {
  expect(['3', ' 3.5 ', '３．５', '0', '-1', '101', '3,5', '1e1', ''].map(lengthOf)).toEqual([
    3,
    3.5,
    3.5,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([0, 3.99, 4, 16, 36, 64, 100].map(sizeOf)).toEqual(['s0', 's3', 's6', 's8', 's9', 's12', 'S15']);
});

test('fewer points are better; three more, or deeper, alarms', () => {
  const before = { total: 15, depth: 'd2' } as const;
  const kinds = ([total, depth]: [number, 'd2' | 'D3' | 'DU']) => {
    const change = changeOf({ total, depth }, before);
    return [change?.kind, change?.isAlarming];
  };
  expect(changeOf(before, undefined)).toBeUndefined();
  expect(kinds([12, 'd2'])).toEqual(['BETTER', false]);
  expect(kinds([15, 'd2'])).toEqual(['SAME', false]);
  expect(kinds([17, 'd2'])).toEqual(['WORSE', false]);
  expect(kinds([18, 'd2'])).toEqual(['WORSE', true]);
  expect(kinds([12, 'DU'])).toEqual(['WORSE', true]);
});
