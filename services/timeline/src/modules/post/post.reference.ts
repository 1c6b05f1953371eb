/** A post by its id, for a person or for a shared stream of its class (R26), through the same door as everything else. */
import type { TimelineRequest } from '../access/index.ts';
import { getPost } from './post.read.service.ts';

export const postReference = ({ id }: { id: string }, context: TimelineRequest) => getPost(context, id);
