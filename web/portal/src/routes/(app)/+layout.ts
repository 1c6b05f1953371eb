import { redirect } from '@sveltejs/kit';
import { ViewerFrameDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, url, untrack }) => {
  const { viewer } = await ask({ fetch, url: untrack(() => new URL(url)) }, ViewerFrameDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  // Without the device that the district asks for, there are only the pages of one's own sign-in (R6).
  if (!viewer.deviceStanding.isSatisfied && !untrack(() => url.pathname).startsWith('/account/')) redirect(303, '/account/devices');
  return { viewer };
};
