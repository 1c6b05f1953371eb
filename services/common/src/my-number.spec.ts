import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsMyNumber } from './my-number.ts';

// 123456789018 is the published sample whose check digit is right.
const valid = '123456789018';
const fullWidth = [...valid].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('');

describe('My Number guard (R21)', () => {
  it.each([
    valid,
    fullWidth,
    '1234 5678 9018',
    '1234-5678-9018',
    '１２３４－５６７８－９０１８',
    '1234　5678　9018',
    `番号は${valid}です`,
    '1 2 3 4 5 6 7 8 9 0 1 8',
    `${valid}${valid}`,
  ])('refuses %s', (text) => expect(containsMyNumber(text)).toBe(true));

  it.each([
    '123456789012',
    '血圧 128/76 脈拍 72',
    '0952-53-1234',
    '1234567890123',
    '2026-11-22 10:30 36.5℃ 128/76',
    '2026/11/23 1034',
    '保険者番号 41210301 被保険者番号 1234567',
  ])('lets %s pass', (text) => expect(containsMyNumber(text)).toBe(false));

  it('no number with one digit wrong passes for one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (index, shift) => {
        const digits = [...valid];
        digits[index] = String((Number(digits[index]) + shift) % 10);
        expect(containsMyNumber(digits.join(''))).toBe(false);
      }),
    );
  });
});
