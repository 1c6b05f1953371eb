import { error, redirect } from '@sveltejs/kit';
import { clearSessionId } from '#lib/server/cookies.ts';
import { endSignIn, issuerOrigin } from '#lib/server/oidc.ts';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** Signs out here at once, and at the identity service as soon as it answers. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  if (!isSameOrigin(request)) error(403);
  const form = await request.formData().catch(() => undefined);
  const reason = form?.get('reason') === 'idle' ? 'idle' : undefined;
  const session = locals.session ?? locals.locked;
  const tokens = session ? await sessions.take(session.id) : null;
  clearSessionId(cookies);
  const next = tokens ? await endSignIn(tokens, reason).catch(() => null) : null;
  redirect(303, next?.href ?? (reason ? `/?problem=${reason}` : '/'), { external: [issuerOrigin] });
};
