/** What every reader does with a post, wherever it is shown (R23). */
import { AskCompleteDocument, AskTakeDocument, PostAcknowledgeDocument } from '@heya/client/generated/graphql';
import { newId } from '@heya/client/id';
import { send } from '#lib/api.ts';
import type { PostActs } from './post-acts.ts';
import type { RoomPost } from './posts.ts';

/** @param take gets the post as the server has it then */
export function readerActs(take: (post: RoomPost) => void): Pick<PostActs, 'acknowledge' | 'take' | 'complete'> {
  const act = async (ask: () => Promise<RoomPost | null>): Promise<void> => {
    const post = await ask().catch(() => null);
    if (post) take(post);
  };
  return {
    // An act of its own, apart from having read. Pressed again, it is one.
    acknowledge: (id) => act(async () => (await send(PostAcknowledgeDocument, { id, idempotencyKey: newId() })).postAcknowledge.post),
    take: (postId) => act(async () => (await send(AskTakeDocument, { postId })).askTake.post),
    complete: (postId) => act(async () => (await send(AskCompleteDocument, { postId })).askComplete.post),
  };
}
