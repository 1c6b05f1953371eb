/** Pins over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Room, type TimelineRequest } from '../access/index.ts';
import { Post, type PostRow } from '../post/index.ts';
import { pinnedPosts, pinPost } from './pin.service.ts';
import { PostPinPayload } from './pin.type.ts';

@Resolver(() => Post)
export class PostPinResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => PostPinPayload, {
    description: '部屋の上に固定する、外す。職員だけ / Pins a post in its room, or lets it go; care team only.',
  })
  postPin(
    @Arg('id', () => ID, { description: '投稿のID / Id of the post.' }) id: string,
    @Arg('pinned', () => Boolean, { description: '固定するか / Whether to pin it.' }) wanted: boolean,
    @Ctx() context: TimelineRequest,
  ) {
    return pinPost(context, id, wanted);
  }

  @FieldResolver(() => Boolean, { description: '固定されているか / Whether it is pinned.' })
  isPinned(@Root() post: PostRow): boolean {
    return post.isPinned;
  }
}

@Resolver(() => Room)
export class RoomPinsResolver {
  @FieldResolver(() => [Post], { nullable: true, description: '固定された投稿。新しく固定した順 / Pinned posts, newest pin first.' })
  pinnedPosts(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return pinnedPosts(context, id);
  }
}
