import { expect, it } from 'vitest';
import { toE164 } from './phone.ts';

it.each([
  ['0952-12-3456', '+81952123456'], ['０９０－１２３４－５６７８', '+819012345678'], ['+81 952 12 3456', '+81952123456'],
  ['12-3456', undefined], ['abc', undefined], ['', undefined],
])('%s is kept as %s', (written, kept) => expect(toE164(written)).toBe(kept));
