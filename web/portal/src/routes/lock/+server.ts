import { error } from '@sveltejs/kit';
import { sessions } from '#lib/server/portal.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** Locks this browser's sign-in: from now on no data and no ticket, until somebody signs in again (R6). */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isSameOrigin(request)) error(403);
  const session = locals.session ?? locals.unproved;
  if (session) await sessions.lock(session.id);
  return new Response(null, { status: 204 });
};
