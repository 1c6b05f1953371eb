import { error } from '@sveltejs/kit';
import { ProfileScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { openClasses } from '#lib/profile/open.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params, parent, depends, url, untrack }) => {
  depends('heya:profile');
  const frame = await parent();
  const open = openClasses(frame.room.patient.disclosures);
  const { room } = await ask({ fetch, url: untrack(() => new URL(url)) }, ProfileScreenDocument, { roomId: params.id, ...open });
  if (!room) error(404);
  return { profile: room.patient, hasBroughtPosts: room.hasBroughtPosts, open };
};
