import { redirect } from '@sveltejs/kit';
import { pageAfter } from '#lib/apply/form-parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const { parts, profile } = await parent();
  const mayUpdate = profile?.profileBlocks.some(({ block, viewerCanUpdate }) => block === 'FAMILY_CONTACTS' && viewerCanUpdate);
  // The consent goes so far no more, or there is a room.
  if (!mayUpdate) redirect(303, `/patients/${params.id}/${pageAfter(parts, 'FAMILY_CONTACTS')}`);
  return { contacts: profile?.familyContacts ?? [] };
};
