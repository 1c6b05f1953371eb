/** The key of a device: what is accepted as one, how it is named, and what it signs. Pure. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { DeviceKey } from './device.entity.ts';

const coordinate = /^[A-Za-z0-9_-]{43}$/;

/** @param typed the two coordinates, base64url @returns undefined for what is no point of the curve */
export function readKey({ x, y }: { x: string; y: string }): DeviceKey | undefined {
  if (!coordinate.test(x) || !coordinate.test(y)) return undefined;
  const key: DeviceKey = { kty: 'EC', crv: 'P-256', x, y };
  try {
    createPublicKey({ key: { ...key }, format: 'jwk' });
    return key;
  } catch {
    return undefined;
  }
}

/** RFC 7638 @returns 43 characters of base64url */
export const thumbprintOf = ({ crv, kty, x, y }: DeviceKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

/** So old a proof may be when it arrives, and so far ahead a clock. */
export const proofMs = 60_000;

export interface DeviceProof {
  deviceId: string;
  /** When the challenge was given, ms since 1970. */
  at: number;
  /** 64 bytes, r and s, base64url: what WebCrypto makes. */
  signature: string;
}

/**
 * What is to be signed: bound to one refresh token, so that it counts once and for that sign-in alone.
 * @param refreshToken as the client holds it; only its hash is in the text
 */
export function proofText({ deviceId, at }: Pick<DeviceProof, 'deviceId' | 'at'>, refreshToken: string): string {
  const challenge = createHash('sha256').update(`heya-device-challenge.v1\n${refreshToken}`).digest('base64url');
  return ['heya-device-proof.v1', deviceId, challenge, String(at)].join('\n');
}

/** `<device id>.<ms>.<signature>` as it comes with a request for tokens. @returns undefined when it is none */
export function readProof(text: unknown): DeviceProof | undefined {
  const parts = typeof text === 'string' ? /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{86})$/.exec(text) : null;
  return parts ? { deviceId: String(parts[1]), at: Number(parts[2]), signature: String(parts[3]) } : undefined;
}

export function isProofGood(key: DeviceKey, proof: DeviceProof, { refreshToken, now }: { refreshToken: string; now: Date }): boolean {
  if (Math.abs(now.getTime() - proof.at) > proofMs) return false;
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  const text = Buffer.from(proofText(proof, refreshToken));
  return verify('sha256', text, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(proof.signature, 'base64url'));
}
