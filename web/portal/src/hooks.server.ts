import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { GATEWAY_WS_URL, OIDC_ISSUER } from '$app/env/private';
import { paraglideMiddleware } from '#paraglide/server.js';
import { readSessionId } from '#lib/server/cookies.ts';
import { sessions } from '#lib/server/portal.ts';
import type { PortalSession } from '#lib/server/sessions.ts';

const gatewayOrigin = new URL(GATEWAY_WS_URL).origin;
const issuerOrigin = new URL(OIDC_ISSUER).origin;

/** Every answer: who asks, in which language, and the headers that keep it safe (V26, V38). */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.session = await currentSession(event.url.pathname, readSessionId(event.cookies));
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      filterSerializedResponseHeaders: (name) => name === 'content-type',
    });
    protect(response.headers);
    return response;
  });

/** A failing health check must still say so when the session table cannot be read. */
async function currentSession(path: string, id: string | undefined): Promise<PortalSession | null> {
  if (!id || path === '/health') return null;
  // A ticket is asked for by the page itself every few minutes: it does not count as use (R6).
  return sessions.find(id, path !== '/ticket');
}

function protect(headers: Headers): void {
  const policy = headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', withOrigins(policy));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=()');
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
