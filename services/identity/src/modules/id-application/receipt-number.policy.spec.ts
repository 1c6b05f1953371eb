import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReceiptNumber, receiptNumberOf } from './receipt-number.policy.ts';

const numbers = fc.integer({ min: 1, max: 999_999 }).map((count) => receiptNumberOf('2026-11-22', count));

test('a number is read however it is typed', () => {
  const number = receiptNumberOf('2026-11-22', 123);
  expect(number).toMatch(/^ID26-000123-\d$/);
  const digits = number.replaceAll(/\D/g, '');
  for (const typed of [number, digits, ` ${number.toLowerCase()} `, number.replaceAll('-', 'ー'), [...digits].join(' '), `ＩＤ${digits}`])
    expect(readReceiptNumber(typed)).toBe(number);
  for (const typed of ['', 'ID26', 'K41-20261122-0007', `${digits}0`]) expect(readReceiptNumber(typed)).toBeNull();
});

test('one wrong digit, and two that changed places, are noticed', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const digits = [...number.replaceAll(/\D/g, '')];
      const wrong = [...digits];
      wrong[place] = String((Number(wrong[place]) + shift) % 10);
      expect(readReceiptNumber(wrong.join(''))).toBeNull();
      const [left = '', right = ''] = [digits[place], digits[place + 1]];
      if (!right || left === right) return;
      const turned = [...digits];
      [turned[place], turned[place + 1]] = [right, left];
      expect(readReceiptNumber(turned.join(''))).toBeNull();
    }),
  );
});
