/** What a device signs before its sign-in goes on, and how the browser shows for some minutes that it did (R6). */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { digest, seal, unseal } from './seal.ts';
import type { FoundSession, Tokens } from './sessions.ts';

/** Tokens with less time left than this are renewed first, and so is the proof that came with them. */
export const renewalMarginMs = 30_000;

const proofSchema = v.object({
  deviceId: v.pipe(v.string(), v.uuid()),
  /** When the challenge was given, ms since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(1e12), v.maxValue(1e13 - 1)),
  /** r and s, base64url. */
  signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
});
export type DeviceProof = v.InferOutput<typeof proofSchema>;

export function readProof(body: unknown): DeviceProof | null {
  const read = v.safeParse(proofSchema, body);
  return read.success ? read.output : null;
}

/** As identity reads it beside the refresh token. */
export const writeProof = ({ deviceId, at, signature }: DeviceProof): string => `${deviceId}.${at}.${signature}`;

/** Made of the refresh token that will be used up: it counts once, for this sign-in alone, and tells nothing of the token. */
export const challengeFor = ({ refresh }: Pick<Tokens, 'refresh'>): string =>
  createHash('sha256').update(`heya-device-challenge.v1\n${refresh}`).digest('base64url');

interface Proved {
  deviceId: string;
  /** ms since 1970 */
  until: number;
}

const place = (sessionId: string): string => `device:${digest(sessionId).toString('hex')}`;

/** For the browser to show with each request, until the tokens are due again. */
export function sealProved(key: Buffer, sessionId: string, { deviceId, expiresAt }: { deviceId: string; expiresAt: number }): string {
  return seal(key, { deviceId, until: expiresAt - renewalMarginMs } satisfies Proved, place(sessionId)).toString('base64url');
}

/** @returns true for a sign-in that is bound to no device */
export function isProved(key: Buffer, { id, deviceId }: Pick<FoundSession, 'id' | 'deviceId'>, sealed: string | undefined): boolean {
  if (!deviceId) return true;
  const proved = sealed ? unseal<Proved>(key, Buffer.from(sealed, 'base64url'), place(id)) : null;
  return proved !== null && proved.deviceId === deviceId && proved.until > Date.now();
}
