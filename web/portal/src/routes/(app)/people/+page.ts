import { redirect } from '@sveltejs/kit';
import { FacilityStaffDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

/** The facility that an officer has looked up; who administers one has a page for that. */
export const load: PageLoad = async (event) => {
  const { viewer } = await event.parent();
  if (viewer.user.kind !== 'CENTER_OFFICER') redirect(303, '/facility');
  const facilityId = event.url.searchParams.get('facility');
  const facility = facilityId ? (await ask(event, FacilityStaffDocument, { id: facilityId })).facility : null;
  return { facility };
};
