import { error } from '@sveltejs/kit';
import { clearSessionId } from '#lib/server/cookies.ts';
import { deviceSilent } from '#lib/server/graphql.ts';
import { ProofRefused, refresh } from '#lib/server/oidc.ts';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/**
 * Tokens say what their holder owes; once that is done new ones say so, without waiting for the old ones to run out (R1).
 * 204: new tokens; 401 with `heya-device`: the device signs, and brings new ones itself; 401: over; 503: nobody answered.
 */
export const POST: RequestHandler = async ({ request, locals, cookies, getClientAddress }) => {
  if (!isSameOrigin(request)) error(403);
  if (locals.unproved) return deviceSilent();
  if (!locals.session) return new Response(null, { status: 401 });
  const presence = { address: getClientAddress(), idleMs: locals.session.idleMs };
  try {
    const tokens = await sessions.renew(
      locals.session.id,
      () => false,
      (before) => refresh(before, presence),
    );
    if (!tokens) clearSessionId(cookies);
    return new Response(null, { status: tokens ? 204 : 401 });
  } catch (problem) {
    if (problem instanceof ProofRefused) return deviceSilent();
    return new Response(null, { status: 503 });
  }
};
