import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as judged from '../../../../../services/identity/src/modules/id-application/institution-code.policy.ts';
import { institutionCodeFault, readInstitutionCode, readKana } from './reading.ts';

const typed = fc.string({ unit: fc.constantFrom(...'0123４５６７AiＯ ー-－あいｶﾞﾊﾟ　ヴ・') });

it.each([
  ['ｻｶﾞ　たろう', 'サガ タロウ'],
  ['ヴぁいおりん-ﾊﾟｰｸ', 'ヴァイオリンーパーク'],
  [' サ・ガ ', 'サ・ガ'],
])('%s is read as %s', (typed, read) => {
  expect(readKana(typed)).toBe(read);
});

describe('what is told while typing is what the server says', () => {
  it('of institution codes', () => {
    expect(readInstitutionCode('４１－１０１２３４ ５')).toBe('411012345');
    const nearly = fc.tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('1', '7', 'A', 'Z', 'O'),
      fc.integer({ min: 0, max: 9_999_999 }),
    );
    const code = nearly.map(([head, kind, tail]) => `${String(head).padStart(2, '0')}${kind}${String(tail).padStart(7, '0')}`);
    fc.assert(fc.property(typed, (text) => readInstitutionCode(text) === judged.readInstitutionCode(text)));
    fc.assert(fc.property(fc.oneof(code, typed), (text) => institutionCodeFault(text) === judged.institutionCodeFault(text)));
  });

  it('of every check digit there is exactly one right', () => {
    const right = Array.from({ length: 10 }, (_, digit) => `411012345${digit}`).filter((code) => institutionCodeFault(code) === null);
    expect(right).toHaveLength(1);
  });
});
