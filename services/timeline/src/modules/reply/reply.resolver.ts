/** Replies over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Holds } from '@heya/service-common/holds';
import { timelineClass, type TimelineRequest } from '../access/index.ts';
import { Post, PostConnection, type PostRow } from '../post/index.ts';
import { listReplies, replyCount } from './reply.service.ts';

@Resolver(() => Post)
export class PostReplyResolver {
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => PostConnection, { description: '返信。古い順 / Replies, oldest first.' })
  replies(
    @Root() post: PostRow,
    @Ctx() context: TimelineRequest,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'この位置の後 / After this cursor.' }) after?: string | null,
  ) {
    return listReplies(context, post, first ?? 20, after ?? null);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Int, { description: '見てよい返信の数 / How many replies the caller may see.' })
  replyCount(@Root() post: PostRow, @Ctx() context: TimelineRequest): Promise<number> {
    return replyCount(context, post);
  }
}
