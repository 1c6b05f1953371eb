import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { GATEWAY_WS_URL, OIDC_ISSUER } from '$app/env/private';
import { paraglideMiddleware } from '#paraglide/server.js';
import { type Asked, countsAsUse } from '#lib/idle/use.policy.ts';
import { readDeviceProof, readSessionId } from '#lib/server/cookies.ts';
import { isProved } from '#lib/server/device-proof.ts';
import { sessionKey, sessions } from '#lib/server/portal.ts';
import type { FoundSession } from '#lib/server/sessions.ts';

const gatewayOrigin = new URL(GATEWAY_WS_URL).origin;
const issuerOrigin = new URL(OIDC_ISSUER).origin;

/** Every answer: who asks, in which language, and the headers that keep it safe (V26, V38). */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const asked = { path: event.url.pathname, isDataRequest: event.isDataRequest };
    const found = await currentSession(asked, { id: readSessionId(event.cookies), proof: readDeviceProof(event.cookies) });
    const proved = found && isProved(sessionKey, found, readDeviceProof(event.cookies));
    event.locals.session = found && !found.locked && proved ? found : null;
    event.locals.unproved = found && !found.locked && !proved ? found : null;
    event.locals.locked = found?.locked ? found : null;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      filterSerializedResponseHeaders: (name) => name === 'content-type',
    });
    protect(response.headers);
    return response;
  });

/** A failing health check must still say so when the session table cannot be read. */
async function currentSession(
  asked: Asked,
  { id, proof }: { id: string | undefined; proof: string | undefined },
): Promise<FoundSession | null> {
  if (!id || asked.path === '/health') return null;
  const found = await sessions.find(id);
  if (found && !found.locked && countsAsUse(asked) && isProved(sessionKey, found, proof)) await sessions.touch(id);
  return found;
}

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
