/** All pages of a facility's staff: whoever is to be named must be there. */
import { type FacilityPeopleQuery, FacilityPeopleDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { everyPage } from '#lib/every-page.ts';

export type People = NonNullable<FacilityPeopleQuery['facility']>['staff']['nodes'];

export const everybody = (event: Parameters<typeof ask>[0], facilityId: string): Promise<People> =>
  everyPage(async (after) => (await ask(event, FacilityPeopleDocument, { facilityId, after })).facility?.staff);
