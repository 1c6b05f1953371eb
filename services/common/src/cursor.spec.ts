import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CursorSeal } from './cursor.ts';

const seal = new CursorSeal(Buffer.alloc(32, 3));

it('opens what it sealed, equal for equal positions, and only for the same list', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }), (position) => {
      const cursor = seal.seal('posts', position);
      expect(seal.open('posts', cursor)).toEqual(position);
      expect(seal.seal('posts', position)).toBe(cursor);
      expect(seal.open('rooms', cursor)).toBeUndefined();
    }),
  );
});

it('does not open when any byte was changed', () => {
  const bytes = Buffer.from(seal.seal('posts', ['room', 12]), 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    const altered = Buffer.from(bytes);
    altered[index] = (altered[index] ?? 0) ^ 1;
    expect(seal.open('posts', altered.toString('base64url'))).toBeUndefined();
  }
  expect(seal.open('posts', 'あ')).toBeUndefined();
});
