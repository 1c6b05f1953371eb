import { error } from '@sveltejs/kit';
import { deviceSilent } from '#lib/server/graphql.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** Somebody is at the screen (R6); the hook has counted it. 423: it is locked. */
export const POST: RequestHandler = ({ request, locals }) => {
  if (!isSameOrigin(request)) error(403);
  if (locals.unproved) return deviceSilent();
  return new Response(null, { status: locals.session ? 204 : locals.locked ? 423 : 401 });
};
