/** The portal's only way to the gateway: with the person's token, which no script in the browser ever sees. */
import { GATEWAY_URL } from '$app/env/private';
import { renewalMarginMs } from './device-proof.ts';
import { type Presence, refresh } from './oidc.ts';
import { sessions } from './portal.ts';
import type { Tokens } from './sessions.ts';

type GatewayPath = '' | '/ticket' | `/files/${string}`;

interface GatewayCall {
  /** POST unless told otherwise. */
  method?: 'GET' | 'PUT';
  body?: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  /** How long it may take; 15 s unless told otherwise. */
  timeoutMs?: number;
}

const isFresh = (tokens: Tokens): boolean => tokens.expiresAt - Date.now() > renewalMarginMs;

/** The gateway refused a token that could not be renewed: the sign-in is over. */
export class SignInOver extends Error {}

/** New tokens are due, and the device that the sign-in is bound to has to sign first (R6). */
export class DeviceSilent extends Error {}

/** The session that asks, and the person at its screen. */
export interface Asking extends Presence {
  id: string;
}

/**
 * Calls the gateway for this session; a refused token is renewed once.
 * @throws {SignInOver}
 * @throws {DeviceSilent}
 * @throws when the gateway or the identity service does not answer
 */
export async function callGateway({ id: sessionId, ...presence }: Asking, path: GatewayPath, init: GatewayCall): Promise<Response> {
  const tokens = await usable(sessionId, presence, isFresh);
  const first = await send(path, init, tokens);
  if (first.status !== 401) return first;
  const second = await send(
    path,
    init,
    await usable(sessionId, presence, (current) => current.access !== tokens.access && isFresh(current)),
  );
  if (second.status !== 401) return second;
  await sessions.remove(sessionId);
  throw new SignInOver();
}

async function usable(sessionId: string, presence: Presence, fresh: (tokens: Tokens) => boolean): Promise<Tokens> {
  const current = await sessions.tokens(sessionId);
  if (!current) throw new SignInOver();
  if (!fresh(current) && current.deviceId) throw new DeviceSilent();
  const tokens = fresh(current) ? current : await sessions.renew(sessionId, fresh, (before) => refresh(before, presence));
  if (!tokens) throw new SignInOver();
  return tokens;
}

function send(path: GatewayPath, { method, body, headers, timeoutMs = 15_000 }: GatewayCall, tokens: Tokens): Promise<Response> {
  const url = path ? new URL(path, GATEWAY_URL) : GATEWAY_URL;
  return fetch(url, {
    method: method ?? 'POST',
    ...(body !== undefined && { body }),
    headers: { ...(!method && { 'content-type': 'application/json' }), ...headers, authorization: `Bearer ${tokens.access}` },
    signal: AbortSignal.timeout(timeoutMs),
  });
}
