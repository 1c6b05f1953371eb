import { error, redirect } from '@sveltejs/kit';
import { clearSessionId, readSessionId } from '#lib/server/cookies.ts';
import { endSignIn, issuerOrigin } from '#lib/server/oidc.ts';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** Signs out here at once, and at the identity service as soon as it answers. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  if (!isSameOrigin(request)) error(403);
  const form = await request.formData().catch(() => undefined);
  const reason = form?.get('reason') === 'idle' ? 'idle' : undefined;
  // By its id, alive or not: after half an hour the server's clock may be ahead of the browser's, and identity still knows the sign-in.
  const id = readSessionId(cookies);
  const tokens = id ? await sessions.take(id) : null;
  clearSessionId(cookies);
  const next = tokens ? await endSignIn(tokens, reason).catch(() => null) : null;
  redirect(303, next?.href ?? (reason ? `/?problem=${reason}` : '/'), { external: [issuerOrigin] });
};
