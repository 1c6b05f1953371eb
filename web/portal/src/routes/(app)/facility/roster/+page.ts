import { error } from '@sveltejs/kit';
import { type FacilityPeopleQuery, FacilityPeopleDocument, FacilityRosterDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

type People = NonNullable<FacilityPeopleQuery['facility']>['staff']['nodes'];

/** A roster is of everybody: all pages of the staff. */
export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const { facility } = await ask(event, FacilityRosterDocument, { facilityId: place.id });
  if (!facility?.viewerCanAdminister || !facility.roster) error(404);
  const people: People = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: FacilityPeopleQuery = await ask(event, FacilityPeopleDocument, { facilityId: place.id, after });
    people.push(...(page.facility?.staff.nodes ?? []));
    after = page.facility?.staff.pageInfo.hasNextPage ? page.facility.staff.pageInfo.endCursor : undefined;
  }
  return { roster: facility.roster, people };
};
