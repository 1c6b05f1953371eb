import { error } from '@sveltejs/kit';
import { FacilityDevicesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

const order = { PENDING: 0, APPROVED: 1, REVOKED: 2 } as const;

/** What waits for an answer first; within one state the newest. */
export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const { facility } = await ask(event, FacilityDevicesDocument, { facilityId: place.id });
  if (!facility?.viewerCanAdminister) error(404);
  return { devices: facility.devices?.toSorted((one, other) => order[one.status] - order[other.status]) ?? null };
};
