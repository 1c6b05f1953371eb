/** Telling a post again, over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { Post, type PostRow } from '../post/index.ts';
import { canRemind, remind, remindersOf } from './post-reminder.service.ts';
import { PostReminder, PostRemindPayload } from './post-reminder.type.ts';

@Resolver(() => Post)
export class PostReminderResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => PostRemindPayload, {
    description:
      'まだ届いていない人に、もう一度知らせる。書いた人と世話役。1時間に1回 / Tells a post again to whom it has not reached; its writer and the steward, once an hour.',
  })
  postRemind(
    @Arg('id', () => ID, { description: '投稿のID / Id of the post.' }) id: string,
    @Arg('idempotencyKey', () => ID, { description: '端末で作るUUIDv7 / Client-made UUIDv7.' }) key: string,
    @Ctx() context: TimelineRequest,
  ) {
    return remind(context, id, key);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [PostReminder], { description: 'もう一度知らせた記録。早い順 / When it was told again, earliest first.' })
  async reminders(@Root() post: PostRow, @Ctx() context: TimelineRequest): Promise<PostReminder[]> {
    return (await remindersOf(context, post)).map((reminder) => ({ ...reminder, at: new Date(reminder.at) }));
  }

  @FieldResolver(() => Boolean, { description: '自分がいま、もう一度知らせられるか / Whether the caller may tell it again now.' })
  viewerCanRemind(@Root() post: PostRow, @Ctx() context: TimelineRequest): Promise<boolean> {
    return canRemind(context, post);
  }
}
