import { redirect } from '@sveltejs/kit';
import { safeReturn } from '#lib/return-to.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const returnTo = safeReturn(url.searchParams.get('returnTo'));
  if (locals.session) redirect(303, returnTo);
  if (locals.locked) redirect(303, `/locked?returnTo=${encodeURIComponent(returnTo)}`);
  if (!locals.unproved) redirect(303, '/?problem=ended');
  return { returnTo };
};
