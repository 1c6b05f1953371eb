import { redirect } from '@sveltejs/kit';
import { ViewerFrameDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { holdsBack, pledgePage, toPledge } from '#lib/pledge/owed.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, url, untrack }) => {
  const { viewer } = await ask({ fetch, url: untrack(() => new URL(url)) }, ViewerFrameDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  const { pathname } = untrack(() => new URL(url));
  // A pledge that blocks comes first: until it is signed there is no page but its own, and those of one's sign-in (R1).
  if (holdsBack(viewer.pledgesOwed) && pathname !== pledgePage && !pathname.startsWith('/account/')) redirect(303, toPledge(pathname));
  // Without the device that the district asks for, there are only the pages of one's own sign-in (R6).
  if (!viewer.deviceStanding.isSatisfied && pathname !== pledgePage && !pathname.startsWith('/account/')) redirect(303, '/account/devices');
  return { viewer };
};
