import { FacilityStaffDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

/** One's own facility, or the one that an officer has looked up. */
export const load: PageLoad = async (event) => {
  const { viewer } = await event.parent();
  const officer = viewer.user.kind === 'CENTER_OFFICER';
  const facilityId = event.url.searchParams.get('facility') ?? (officer ? null : viewer.activeFacility?.id);
  const facility = facilityId ? (await ask(event, FacilityStaffDocument, { id: facilityId })).facility : null;
  return { facility, officer };
};
