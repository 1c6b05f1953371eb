/** All pages of a facility's staff: whoever is to be named must be there. */
import { type FacilityPeopleQuery, FacilityPeopleDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';

export type People = NonNullable<FacilityPeopleQuery['facility']>['staff']['nodes'];

export async function everybody(event: Parameters<typeof ask>[0], facilityId: string): Promise<People> {
  const people: People = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: FacilityPeopleQuery = await ask(event, FacilityPeopleDocument, { facilityId, after });
    people.push(...(page.facility?.staff.nodes ?? []));
    after = page.facility?.staff.pageInfo.hasNextPage ? page.facility.staff.pageInfo.endCursor : undefined;
  }
  return people;
}
