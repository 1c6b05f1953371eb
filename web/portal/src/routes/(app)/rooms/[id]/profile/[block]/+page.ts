import { error, redirect } from '@sveltejs/kit';
import { blockOf } from '#lib/profile/words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const block = blockOf(params.block);
  const { profile } = await parent();
  const state = profile.profileBlocks.find((each) => each.block === block);
  if (!block || block === 'FAMILY_CONTACTS') error(404);
  // The profile says why: a consent that covers it no more, say.
  if (!state?.viewerCanUpdate) redirect(303, `/rooms/${params.id}/profile`);
  return { block, version: state.version };
};
