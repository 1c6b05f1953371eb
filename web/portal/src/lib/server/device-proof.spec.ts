import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { challengeFor, isProved, readProof, sealProved, writeProof } from './device-proof.ts';

const key = randomBytes(32);
const deviceId = '0193f3a0-0000-7000-8000-000000000001';
const session = { id: 'one', deviceId };
const minutes = (many: number): number => Date.now() + many * 60_000;

describe('the proof of a device (R6)', () => {
  it('is asked of bound sign-ins alone', () => {
    expect(isProved(key, { id: 'one' }, undefined)).toBe(true);
    expect(isProved(key, session, undefined)).toBe(false);
  });

  it('counts for its sign-in, its device and its time alone', () => {
    const sealed = sealProved(key, 'one', { deviceId, expiresAt: minutes(5) });
    expect(isProved(key, session, sealed)).toBe(true);
    expect(isProved(key, { ...session, id: 'two' }, sealed)).toBe(false);
    expect(isProved(key, { ...session, deviceId: '0193f3a0-0000-7000-8000-000000000002' }, sealed)).toBe(false);
    expect(isProved(randomBytes(32), session, sealed)).toBe(false);
    expect(isProved(key, session, 'x')).toBe(false);
    // Half a minute before the tokens run out: then both are due.
    expect(isProved(key, session, sealProved(key, 'one', { deviceId, expiresAt: Date.now() + 30_000 }))).toBe(false);
  });

  it('asks for a signature on one refresh token, without showing it', () => {
    expect(challengeFor({ refresh: 'a' })).toBe(createHash('sha256').update('heya-device-challenge.v1\na').digest('base64url'));
    expect(challengeFor({ refresh: 'a' })).not.toBe(challengeFor({ refresh: 'b' }));
  });

  it('goes on to identity as it was signed, and as nothing else', () => {
    const proof = { deviceId, at: 1_795_000_000_000, signature: 'A'.repeat(86) };
    expect(readProof(proof)).toEqual(proof);
    expect(writeProof(proof)).toBe(`${deviceId}.1795000000000.${'A'.repeat(86)}`);
    for (const wrong of [
      null,
      {},
      { ...proof, deviceId: 'x' },
      { ...proof, at: '1' },
      { ...proof, at: 1.5 },
      { ...proof, signature: 'A=' },
    ])
      expect(readProof(wrong)).toBeNull();
  });
});
