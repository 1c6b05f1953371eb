import { error } from '@sveltejs/kit';
import { blockOf } from '#lib/profile/words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const block = blockOf(params.block);
  const { profile } = await parent();
  const state = profile.profileBlocks.find((each) => each.block === block);
  if (!block || block === 'FAMILY_CONTACTS' || !state?.viewerCanUpdate) error(404);
  return { block, version: state.version };
};
