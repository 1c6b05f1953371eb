import { redirect } from '@sveltejs/kit';
import { PledgesScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { safeReturn } from '#lib/return-to.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await ask(event, PledgesScreenDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  return { own: viewer, returnTo: safeReturn(event.url.searchParams.get('returnTo')) };
};
