import { error } from '@sveltejs/kit';
import { FacilityScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const after = event.url.searchParams.get('after');
  const { facility, viewer } = await ask(event, FacilityScreenDocument, { facilityId: place.id, after });
  if (!facility?.viewerCanAdminister) error(404);
  return { facility, owed: viewer?.pledgesOwed.find((each) => each.facility?.id === facility.id), isFirst: !after };
};
