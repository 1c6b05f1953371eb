import { error } from '@sveltejs/kit';
import { administered } from '#lib/facility/places.ts';
import type { LayoutLoad } from './$types';

/** The facility that is looked after here: the one in the address, else where one works now. */
export const load: LayoutLoad = async ({ parent, url }) => {
  const { viewer } = await parent();
  const places = administered(viewer);
  const wanted = url.searchParams.get('at') ?? viewer.activeFacility?.id;
  const place = places.find(({ id }) => id === wanted) ?? (url.searchParams.has('at') ? undefined : places[0]);
  if (!place) error(404);
  return { place, places };
};
