import { describe, expect, it } from 'vitest';
import { digest, opaqueId, seal, unseal } from './seal.ts';

const key = Buffer.alloc(32, 7);
const sealed = seal(key, { access: 'token' }, 'a');

describe('what the portal keeps sealed', () => {
  it('comes back with the same key in the same place only', () => {
    expect(unseal(key, sealed, 'a')).toEqual({ access: 'token' });
    expect(unseal(key, sealed, 'b')).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), sealed, 'a')).toBeNull();
  });

  it('is refused when a bit was changed or a part is missing', () => {
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(unseal(key, changed, 'a')).toBeNull();
    expect(unseal(key, sealed.subarray(0, 20), 'a')).toBeNull();
  });

  it('never shows what it holds, nor looks the same twice', () => {
    expect(sealed.toString('latin1')).not.toContain('token');
    expect(seal(key, { access: 'token' }, 'a').equals(sealed)).toBe(false);
  });

  it('knows sessions by ids of 256 bits, stored as a digest', () => {
    const id = opaqueId();
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(digest(id).toString('base64url')).not.toBe(id);
  });
});
