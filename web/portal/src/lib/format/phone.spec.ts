import { expect, it } from 'vitest';
import { fromE164, toE164 } from './phone.ts';

it.each([
  ['0952-12-3456', '+81952123456'],
  ['０９０－１２３４－５６７８', '+819012345678'],
  ['+81 952 12 3456', '+81952123456'],
  ['12-3456', undefined],
  ['abc', undefined],
  ['', undefined],
])('%s is kept as %s', (written, kept) => expect(toE164(written)).toBe(kept));

it('is shown as it is dialled in Japan', () => {
  expect(fromE164('+81952123456')).toBe('0952123456');
  expect(fromE164('+4930123456')).toBe('+4930123456');
});
