export { postRetraction, postRevision } from './post-change.entity.ts';
export { PostChangeResolver, PostRevisionResolver } from './post-change.resolver.ts';
export { lockPost } from './post-change.repository.ts';
export { post } from './post.entity.ts';
export { type ErrorCode, type PostProblem, sentencesFor, UserError } from './post.errors.ts';
export { emitPostChanged, roomStream } from './post.events.ts';
export { PostsArgs } from './post.inputs.ts';
export { postReference } from './post.reference.ts';
export {
  countPosts,
  findDigests,
  findPosts,
  findPage,
  type PageBounds,
  type PostConditions,
  type PostRow,
  type RoomDigest,
} from './post.repository.ts';
export { PostResolver, VitalsPostResolver } from './post.resolver.ts';
export { getPost, inWords, lineOf, seePost } from './post.service.ts';
export { Post, PostConnection } from './post.type.ts';
