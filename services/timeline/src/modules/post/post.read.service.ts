/** Finding posts by id, and by the values they tell of, under the right of whoever reads. */
import { isId } from '@heya/service-common/id';
import DataLoader from 'dataloader';
import { look, permit, perRequest, type TimelineRequest } from '../access/index.ts';
import { findPosts, findPostsOfVitals, type PostRow } from './post.repository.ts';

/** The only way a post is given out: its audience under the right it was found with. */
export const seePost = (context: TimelineRequest, row: PostRow | undefined): PostRow | null => permit(context, row, row?.audience);

const postsById = perRequest(
  (context) =>
    new DataLoader<string, PostRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findPosts(tx, ids);
        const value = ids.map((id) =>
          seePost(
            context,
            rows.find((row) => row.id === id),
          ),
        );
        return {
          value,
          rooms: value.filter((row) => row !== null),
          refused: { type: 'Post', ids: ids.filter((_, index) => !value[index]) },
        };
      }),
    ),
);

const postsByVitals = perRequest(
  (context) =>
    new DataLoader<string, PostRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findPostsOfVitals(tx, ids);
        const value = ids.map((id) =>
          seePost(
            context,
            rows.find(({ vitalsId }) => vitalsId === id),
          ),
        );
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

/** What was read of it in this request is read anew. */
export const forgetPost = (context: TimelineRequest, id: string): unknown => postsById(context).clear(id);

/** @returns the post; null when it is not there for this viewer */
export async function getPost(context: TimelineRequest, id: string): Promise<PostRow | null> {
  return isId(id) ? postsById(context).load(id) : null;
}

export const getPostOfVitals = (context: TimelineRequest, vitalsId: string): Promise<PostRow | null> =>
  postsByVitals(context).load(vitalsId);
