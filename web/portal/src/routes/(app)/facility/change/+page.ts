import { error } from '@sveltejs/kit';
import { IdChangesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const after = event.url.searchParams.get('after');
  const { facility } = await ask(event, IdChangesDocument, { facilityId: place.id, after });
  if (!facility?.viewerCanAdminister) error(404);
  return { filings: facility.idApplications ?? null, isFirst: !after };
};
