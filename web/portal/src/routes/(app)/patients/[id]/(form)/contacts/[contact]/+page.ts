import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const { profile } = await parent();
  const contact = profile?.familyContacts?.find(({ id }) => id === params.contact) ?? null;
  const mayUpdate = profile?.profileBlocks.some(({ block, viewerCanUpdate }) => block === 'FAMILY_CONTACTS' && viewerCanUpdate);
  if (!mayUpdate || (!contact && params.contact !== 'new')) redirect(303, `/patients/${params.id}/contacts`);
  return { contact, nextOrder: (profile?.familyContacts?.length ?? 0) + 1 };
};
