import { error } from '@sveltejs/kit';
import { PostInRoomDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { post } = await ask(event, PostInRoomDocument, { id: event.params.post });
  if (!post || post.room?.id !== event.params.id) error(404);
  return { found: { post } };
};
