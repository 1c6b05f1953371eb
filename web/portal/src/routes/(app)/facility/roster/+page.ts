import { error } from '@sveltejs/kit';
import { FacilityRosterDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { everybody } from '#lib/facility/everybody.ts';
import type { PageLoad } from './$types';

/** A roster is of everybody. */
export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const { facility } = await ask(event, FacilityRosterDocument, { facilityId: place.id });
  if (!facility?.viewerCanAdminister || !facility.roster) error(404);
  return { roster: facility.roster, people: await everybody(event, place.id) };
};
