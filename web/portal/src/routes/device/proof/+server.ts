import { error } from '@sveltejs/kit';
import { clearSessionId, writeDeviceProof } from '#lib/server/cookies.ts';
import { readProof, sealProved } from '#lib/server/device-proof.ts';
import { ProofRefused, refresh } from '#lib/server/oidc.ts';
import { sessionKey, sessions } from '#lib/server/portal.ts';
import { isJson, isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** The signature goes to identity with the refresh itself. 204: new tokens; 409: not by this key, or not this challenge; 401: over. */
export const POST: RequestHandler = async ({ request, locals, cookies, getClientAddress }) => {
  if (!isSameOrigin(request)) error(403);
  if (!isJson(request)) error(415);
  const session = locals.session ?? locals.unproved;
  if (!session) return new Response(null, { status: 401 });
  const proof = readProof(await request.json().catch(() => null));
  if (!proof) return new Response(null, { status: 409 });
  try {
    const tokens = await sessions.renew(
      session.id,
      () => false,
      (before) => refresh(before, { address: getClientAddress(), idleMs: session.idleMs }, proof),
    );
    if (tokens) writeDeviceProof(cookies, sealProved(sessionKey, session.id, { ...proof, expiresAt: tokens.expiresAt }));
    else clearSessionId(cookies);
    return new Response(null, { status: tokens ? 204 : 401 });
  } catch (problem) {
    return new Response(null, { status: problem instanceof ProofRefused ? 409 : 503 });
  }
};
