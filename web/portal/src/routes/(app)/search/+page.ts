import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** For whoever works in rooms; the patient and the family have three places and no search (portal.md "Screens"). */
export const load: PageLoad = async ({ parent }) => {
  const { viewer } = await parent();
  if (!['PROFESSIONAL', 'CENTER_OFFICER'].includes(viewer.user.kind)) error(404);
};
