/** OpenID Connect with the identity service: code + PKCE + state + nonce, and the gateway named as resource. */
import * as client from 'openid-client';
import { GATEWAY_WS_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER, ORIGIN, TOKEN_AUDIENCE } from '$app/env/private';
import { type DeviceProof, writeProof } from './device-proof.ts';
import { seal, unseal } from './seal.ts';
import { sessionKey } from './portal.ts';
import type { Tokens } from './sessions.ts';

/** What must be remembered between leaving for the sign-in page and coming back. */
export interface PendingSignIn {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
  /** ms since 1970: whoever comes back has proved since then who they are. */
  since: number;
}

/** The only other place this portal ever sends a browser to. */
export const issuerOrigin = new URL(OIDC_ISSUER).origin;
/** Where an ID is used for the first time. */
export const enrolment = `${OIDC_ISSUER}/enrol`;
const redirectUri = new URL('/auth/callback', ORIGIN).href;
const resource = TOKEN_AUDIENCE ?? GATEWAY_WS_URL.replace(/^ws/, 'http');
const scope = 'openid offline_access heya';
/** Two machines' clocks may differ by this. */
const skewMs = 60_000;

let discovered: Promise<client.Configuration> | undefined;

/** Where to send the browser, and what to keep until it returns. */
export async function beginSignIn(returnTo: string, locale: string): Promise<{ url: URL; pending: PendingSignIn }> {
  const pending = {
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    nonce: client.randomNonce(),
    returnTo,
    since: Date.now(),
  };
  const url = client.buildAuthorizationUrl(await configuration(), {
    redirect_uri: redirectUri,
    scope,
    resource,
    // Always a password and a second factor: else a locked screen (R6) would open by what the sign-in server remembers.
    prompt: 'login',
    ui_locales: locale,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    state: pending.state,
    nonce: pending.nonce,
  });
  return { url, pending };
}

/** Exchanges the code that came back. @throws when anything does not fit what was sent */
export async function finishSignIn(callback: URL, pending: PendingSignIn): Promise<Tokens> {
  const current = new URL(callback.search, redirectUri);
  const granted = await client.authorizationCodeGrant(
    await configuration(),
    current,
    {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    },
    { resource },
  );
  const provedAt = Number(granted.claims()?.['auth_time'] ?? 0) * 1000;
  if (provedAt < pending.since - skewMs) throw new Error('nobody proved who they are');
  return toTokens(granted);
}

/** Who is at the screen: identity watches whether an ID is used in two places at once (R3). */
export interface Presence {
  /** Of the person, as this server sees it. */
  address: string;
  /** Since they last touched anything. */
  idleMs: number;
}

/** The device's key did not sign, or not this; nothing was used up. */
export class ProofRefused extends Error {}

/**
 * New tokens for old; null when the identity service ended the sign-in.
 * @param presence of the person whose page asks
 * @param proof of the device; the first one binds the sign-in to it (R6)
 * @throws {ProofRefused}
 * @throws when identity does not answer
 */
export async function refresh(tokens: Tokens, { address, idleMs }: Presence, proof?: DeviceProof): Promise<Tokens | null> {
  try {
    const parameters = {
      ...{ resource, heya_address: address, heya_idle_ms: String(Math.min(999_999_999, Math.max(0, Math.round(idleMs)))) },
      ...(proof && { heya_device_proof: writeProof(proof) }),
    };
    const renewed = toTokens(await client.refreshTokenGrant(await configuration(), tokens.refresh, parameters), tokens);
    return proof ? { ...renewed, deviceId: proof.deviceId } : renewed;
  } catch (problem) {
    if (!(problem instanceof client.ResponseBodyError)) throw problem;
    if (problem.error === 'invalid_grant') return null;
    throw problem.error === 'device_proof_required' ? new ProofRefused() : problem;
  }
}

/**
 * Ends the sign-in at the identity service.
 * @param state comes back to the first page
 * @returns where to send the browser so that its own session there ends too
 */
export async function endSignIn(tokens: Tokens, state?: string): Promise<URL> {
  const config = await configuration();
  await client.tokenRevocation(config, tokens.refresh).catch(() => undefined);
  return client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id,
    post_logout_redirect_uri: new URL('/', ORIGIN).href,
    ...(state && { state }),
  });
}

export function sealPending(pending: PendingSignIn): string {
  return seal(sessionKey, pending, 'sign-in').toString('base64url');
}

export function openPending(sealed: string | undefined): PendingSignIn | null {
  return sealed ? unseal<PendingSignIn>(sessionKey, Buffer.from(sealed, 'base64url'), 'sign-in') : null;
}

function toTokens(granted: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers, before?: Tokens): Tokens {
  const refreshToken = granted.refresh_token ?? before?.refresh;
  const idToken = granted.id_token ?? before?.id;
  if (!refreshToken || !idToken) throw new Error('the identity service granted no refresh token');
  return {
    access: granted.access_token,
    refresh: refreshToken,
    id: idToken,
    expiresAt: Date.now() + (granted.expiresIn() ?? 0) * 1000,
    ...(before?.deviceId && { deviceId: before.deviceId }),
  };
}

/** Found once; an identity service that is down is asked again the next time. */
function configuration(): Promise<client.Configuration> {
  discovered ??= discover();
  discovered.catch(() => {
    discovered = undefined;
  });
  return discovered;
}

function discover(): Promise<client.Configuration> {
  const issuer = new URL(OIDC_ISSUER);
  // Plain HTTP only where nobody can listen in: the same machine.
  const execute =
    issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname) ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, OIDC_CLIENT_ID, undefined, client.ClientSecretBasic(OIDC_CLIENT_SECRET), { execute, timeout: 5 });
}
