import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, institutionCodeFault, readInstitutionCode } from './institution-code.policy.ts';

const body = fc
  .tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([prefecture, rest]) => `${String(prefecture).padStart(2, '0')}${String(rest).padStart(7, '0')}`);

test('the published example holds, and so does a code of an office of 総合事業', () => {
  expect(institutionCodeFault('0110113719')).toBeNull();
  expect(institutionCodeFault(`11A223261`.slice(0, 9) + String(checkDigitOf('11A223261')))).toBeNull();
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(body, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 9 }), (nine, place, shift) => {
      const code = `${nine}${checkDigitOf(nine)}`;
      expect(institutionCodeFault(code)).toBeNull();
      const wrong = [...code];
      wrong[place] = String((Number(wrong[place]) + shift) % 10);
      expect(institutionCodeFault(wrong.join(''))).toBe('CHECK_DIGIT');
    }),
  );
});

test('what is no code at all says so', () => {
  for (const [code, fault] of [
    ['', 'SHAPE'],
    ['011011371', 'SHAPE'],
    ['01101137190', 'SHAPE'],
    ['01I0113719', 'SHAPE'],
    ['4810113719', 'PREFECTURE'],
    ['0010113719', 'PREFECTURE'],
    ['0110113718', 'CHECK_DIGIT'],
  ] as const)
    expect([code, institutionCodeFault(code)]).toEqual([code, fault]);
});

test('full-width digits, blanks and dashes are read', () => {
  expect(readInstitutionCode('０１－１０１１３　７１９')).toBe('0110113719');
  expect(readInstitutionCode(' 01-1-01-1371-9 ')).toBe('0110113719');
});
