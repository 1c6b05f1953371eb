import { describe, expect, it } from 'vitest';
import { toIsoDate, type Era } from './era.ts';

const today = '2026-11-22';
const read = (era: Era, year: string, month: string, day: string) => toIsoDate({ era, year, month, day }, today);

describe('birth date by era', () => {
  it.each([
    ['SHOWA', '15', '3', '9', '1940-03-09'],
    ['SHOWA', '元', '12', '25', '1926-12-25'],
    ['TAISHO', '15', '12', '24', '1926-12-24'],
    ['HEISEI', '31', '4', '30', '2019-04-30'],
    ['REIWA', '1', '5', '1', '2019-05-01'],
    ['SHOWA', '１５', '０３', '９', '1940-03-09'],
    ['WESTERN', '1940', '2', '29', '1940-02-29'],
  ] as const)('%s %s-%s-%s is %s', (...[era, year, month, day, iso]) => {
    expect(read(era, year, month, day)).toEqual({ iso });
  });

  it.each([
    ['SHOWA', '64', '1', '8', 'OUTSIDE_ERA'],
    ['HEISEI', '1', '1', '7', 'OUTSIDE_ERA'],
    ['REIWA', '1', '4', '30', 'OUTSIDE_ERA'],
    ['WESTERN', '1941', '2', '29', 'NOT_A_DATE'],
    ['SHOWA', '15', '13', '1', 'NOT_A_DATE'],
    ['SHOWA', '', '3', '9', 'MISSING'],
    ['SHOWA', 'abc', '3', '9', 'MISSING'],
    ['REIWA', '8', '11', '23', 'FUTURE'],
    ['MEIJI', '20', '1', '1', 'TOO_LONG_AGO'],
  ] as const)('%s %s-%s-%s is refused: %s', (...[era, year, month, day, problem]) => {
    expect(read(era, year, month, day)).toEqual({ problem });
  });
});
