import { error, json } from '@sveltejs/kit';
import { challengeFor } from '#lib/server/device-proof.ts';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** What the key of this device is to sign next, and which device that is, if the sign-in is bound to one (R6). */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isSameOrigin(request)) error(403);
  const session = locals.session ?? locals.unproved;
  const tokens = session && (await sessions.tokens(session.id));
  if (!tokens) return new Response(null, { status: 401 });
  return json({ challenge: challengeFor(tokens), at: Date.now(), deviceId: tokens.deviceId ?? null });
};
