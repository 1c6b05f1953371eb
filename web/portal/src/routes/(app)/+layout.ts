import { redirect } from '@sveltejs/kit';
import { ViewerFrameDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, url, untrack }) => {
  const { viewer } = await ask({ fetch, url: untrack(() => new URL(url)) }, ViewerFrameDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  return { viewer };
};
