import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  const returnTo = encodeURIComponent(url.pathname);
  if (locals.locked) redirect(303, `/locked?returnTo=${returnTo}`);
  if (locals.unproved) redirect(303, `/device?returnTo=${returnTo}`);
  if (!locals.session) redirect(303, `/?returnTo=${returnTo}`);
};
