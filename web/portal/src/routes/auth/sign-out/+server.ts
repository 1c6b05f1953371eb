import { error, redirect } from '@sveltejs/kit';
import { clearSessionId } from '#lib/server/cookies.ts';
import { endSignIn, issuerOrigin } from '#lib/server/oidc.ts';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** Signs out here at once, and at the identity service as soon as it answers. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  if (!isSameOrigin(request)) error(403);
  const tokens = locals.session ? await sessions.tokens(locals.session.id) : null;
  if (locals.session) await sessions.remove(locals.session.id);
  clearSessionId(cookies);
  const next = tokens ? await endSignIn(tokens).catch(() => null) : null;
  redirect(303, next?.href ?? '/', { external: [issuerOrigin] });
};
