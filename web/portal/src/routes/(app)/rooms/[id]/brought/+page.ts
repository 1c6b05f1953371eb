import { error } from '@sveltejs/kit';
import { BroughtPostsDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, BroughtPostsDocument, { id: event.params.id });
  if (!room) error(404);
  return { posts: room.broughtPosts };
};
