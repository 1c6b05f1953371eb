import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { GATEWAY_WS_URL, OIDC_ISSUER } from '$app/env/private';
import { paraglideMiddleware } from '#paraglide/server.js';
import { readDeviceProof, readSessionId } from '#lib/server/cookies.ts';
import { isProved } from '#lib/server/device-proof.ts';
import { sessionKey, sessions } from '#lib/server/portal.ts';
import type { FoundSession } from '#lib/server/sessions.ts';
import { standingOf } from '#lib/server/standing.ts';

const gatewayOrigin = new URL(GATEWAY_WS_URL).origin;
const issuerOrigin = new URL(OIDC_ISSUER).origin;
const parts = { sessions, isProved: (found: FoundSession, proof: string | undefined) => isProved(sessionKey, found, proof) };

/** Every answer: who asks, in which language, and the headers that keep it safe (V26, V38). */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const asked = { path: event.url.pathname, isDataRequest: event.isDataRequest };
    const shown = { id: readSessionId(event.cookies), proof: readDeviceProof(event.cookies) };
    Object.assign(event.locals, await standingOf(asked, shown, parts));
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      filterSerializedResponseHeaders: (name) => name === 'content-type',
    });
    protect(response.headers);
    return response;
  });

function protect(headers: Headers): void {
  const policy = headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', withOrigins(policy));
  headers.set('cache-control', 'no-store');
}

/** Sign-out posts to the portal and is sent on to the identity service, which form-action must allow. */
function withOrigins(policy: string): string {
  return policy
    .replace("connect-src 'self'", `connect-src 'self' ${gatewayOrigin}`)
    .replace("form-action 'self'", `form-action 'self' ${issuerOrigin}`);
}

/** Ids only to the log (R34); the page shows its own words. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  console.error(JSON.stringify({ level: 'error', route: event.route.id, name: error instanceof Error ? error.name : 'unknown' }));
};
