import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.session) redirect(303, `/?returnTo=${encodeURIComponent(url.pathname)}`);
};
