import { error, redirect } from '@sveltejs/kit';
import { pageAfter } from '#lib/apply/form-parts.ts';
import { blockOf } from '#lib/profile/words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const block = blockOf(params.block);
  if (block !== 'HOSPITALS' && block !== 'DISASTER') error(404);
  const { parts, profile } = await parent();
  const state = profile?.profileBlocks.find((each) => each.block === block);
  // The consent goes so far no more, or there is a room.
  if (!profile || !state?.viewerCanUpdate) redirect(303, `/patients/${params.id}/${pageAfter(parts, block)}`);
  return { block, version: state.version, profile } as const;
};
