import { peopleToName } from '#lib/id-change/people.ts';
import { isChangeKind } from '#lib/id-change/words.ts';
import type { PageLoad } from './$types';

/** From the roster somebody comes with person and kind already known. */
export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const kind = event.url.searchParams.get('kind');
  const named = { userId: event.url.searchParams.get('person') ?? '', kind: isChangeKind(kind) ? kind : ('' as const) };
  return { named, ...(await peopleToName(event, place.id)) };
};
