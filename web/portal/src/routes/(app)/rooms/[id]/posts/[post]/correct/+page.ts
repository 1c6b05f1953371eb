import { error } from '@sveltejs/kit';
import { PostInRoomDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { hrefBack } from '#lib/correct/where-from.ts';
import type { PageLoad } from './$types';

/** The record of the post whose values are to be put right. */
export const load: PageLoad = async (event) => {
  const { id, post: postId } = event.params;
  const { post } = await ask(event, PostInRoomDocument, { id: postId });
  if (!post?.vitals || post.room?.id !== id) error(404);
  const { audience, authorName, vitals: record } = post;
  return { standing: { record, authorName }, audience, back: hrefBack(id, postId, event.url.searchParams.get('from')) };
};
