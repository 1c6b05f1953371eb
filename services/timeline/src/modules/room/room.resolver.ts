/** What the timeline adds to a room, over GraphQL. */
import { Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Room, timelineClass, type TimelineRequest } from '../access/index.ts';
import { Post, PostConnection, PostsArgs } from '../post/index.ts';
import { digestOf, eventCursor, listPosts, type PostList, postOfDigest } from './room.service.ts';

@Resolver(() => Room)
export class RoomTimelineResolver {
  @Directive('@listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => PostConnection, { nullable: true, description: '投稿。新しい順 / Posts, newest first.' })
  posts(@Root() { id }: Room, @Ctx() context: TimelineRequest, @Args(() => PostsArgs) args: PostsArgs) {
    return listPosts(context, id, args);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Int, { nullable: true, description: '自分の未読の数 / Posts the caller has not read.' })
  async unreadCount(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return (await digestOf(context, id))?.unreadCount;
  }

  @FieldResolver(() => Post, { nullable: true, description: '自分の未読のうち最も古い投稿 / The oldest post the caller has not read.' })
  firstUnreadPost(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return postOfDigest(context, id, 'firstUnreadId');
  }

  @FieldResolver(() => Post, { nullable: true, description: '最新の投稿 / The newest post.' })
  lastPost(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return postOfDigest(context, id, 'lastPostId');
  }

  @Holds(timelineClass)
  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '最後に書き込まれた時刻 / When something was last posted.' })
  async lastActivityAt(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return (await digestOf(context, id))?.lastActivityAt;
  }

  @FieldResolver(() => String, { nullable: true, description: '取りこぼし防止。購読を始める前に取る / Take this before subscribing.' })
  eventCursor(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return eventCursor(context, id);
  }
}

@Resolver(() => PostConnection)
export class PostConnectionResolver {
  @FieldResolver(() => Int, { nullable: true, description: '見てよい投稿は全部で何件 / How many the caller may see in all.' })
  totalCount(@Root() { count }: Partial<Pick<PostList, 'count'>>): Promise<number> | null {
    return count?.() ?? null;
  }
}
