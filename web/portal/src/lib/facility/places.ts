/** The facilities that somebody administers: the server decides it, this only decides what to offer. */
import type { ViewerFrameQuery } from '@heya/client/generated/graphql';
import { dayInJapan } from '#lib/format/dates.ts';

type Viewer = NonNullable<ViewerFrameQuery['viewer']>;

export interface Place {
  id: string;
  name: string;
}

/** In the order in which they began. */
export function administered({ user }: Pick<Viewer, 'user'>, today = dayInJapan()): Place[] {
  const current = (user.practitioner?.affiliations ?? []).filter(
    ({ isFacilityAdmin, since, until }) => isFacilityAdmin && since <= today && (!until || until >= today),
  );
  return current.flatMap(({ facility }) => (facility ? [facility] : []));
}

/** The address of a page about one of several facilities. */
export const atPlace = (path: string, place: Place, places: readonly Place[]): string =>
  places.length > 1 ? `${path}${path.includes('?') ? '&' : '?'}at=${place.id}` : path;
