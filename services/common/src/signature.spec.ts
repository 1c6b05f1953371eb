import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSignature, drawnSignature } from '@heya/testkit/signature';
import { readSignature } from './signature.ts';

describe('the signature', () => {
  const codes = (contentType: string, base64: string): string[] => {
    const read = readSignature({ contentType, base64 }, ['signature']);
    return 'problems' in read ? read.problems.map(({ code }) => code) : [];
  };
  const drawn = drawnSignature.base64;
  test('a drawing is read; a blank sheet, another thing, a big one are not', () => {
    expect(codes('image/png', drawn)).toEqual([]);
    expect(codes('image/png', blankSignature.base64)).toEqual(['BLANK']);
    expect(codes('image/png', '')).toEqual(['BLANK']);
    expect(codes('image/jpeg', drawn)).toEqual(['INVALID']);
    expect(codes('image/png', Buffer.from('<script>alert(1)</script>').toString('base64'))).toEqual(['INVALID']);
    expect(codes('image/png', `${drawn}!!`)).toEqual(['INVALID']);
    expect(codes('image/png', Buffer.alloc(41 * 1024).toString('base64'))).toEqual(['TOO_LONG']);
  });
  test('whatever bytes come, an answer comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (noise, place) => {
        const bytes = Buffer.from(drawn, 'base64');
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - (place % bytes.length))), place % bytes.length);
        expect(() => codes('image/png', bytes.toString('base64'))).not.toThrow();
      }),
    );
  });
});
