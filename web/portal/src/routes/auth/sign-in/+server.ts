import { redirect } from '@sveltejs/kit';
import { writeSignIn } from '#lib/server/cookies.ts';
import { beginSignIn, issuerOrigin, sealPending } from '#lib/server/oidc.ts';
import { getLocale } from '#paraglide/runtime.js';
import { safeReturn } from '#lib/return-to.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, cookies }) => {
  const begun = await beginSignIn(safeReturn(url.searchParams.get('returnTo')), getLocale()).catch(() => null);
  if (!begun) redirect(303, '/?problem=unavailable');
  writeSignIn(cookies, sealPending(begun.pending));
  redirect(303, begun.url.href, { external: [issuerOrigin] });
};
