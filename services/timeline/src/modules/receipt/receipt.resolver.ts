/** Receipts over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { codedError } from '@heya/service-common/errors';
import { Holds } from '@heya/service-common/holds';
import { requirePerson, RoomMembership, timelineClass, type TimelineRequest, User } from '../access/index.ts';
import { Post, type PostRow } from '../post/index.ts';
import type { ReceiptRow } from './receipt.repository.ts';
import { lastReadAt, listReceipts, markRead, readingOf, unreadImportantCount } from './receipt.service.ts';
import { ReadReceipt, ReadReceiptConnection, ReadSummary, RoomMarkReadPayload } from './receipt.type.ts';

@Resolver(() => Post)
export class PostReceiptResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomMarkReadPayload, { description: 'ここまで読んだ / Mark everything up to this post as read.' })
  roomMarkRead(
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
    @Arg('upToPostId', () => ID, { description: 'ここまで / Up to this post.' }) upToPostId: string,
    @Ctx() context: TimelineRequest,
  ) {
    return markRead(context, roomId, upToPostId);
  }

  @Holds(timelineClass)
  @FieldResolver(() => ReadSummary, { description: '既読の数 / How many have read it.' })
  async readSummary(@Root() post: PostRow, @Ctx() context: TimelineRequest) {
    return (await readingOf(context, post)) ?? outOfSight();
  }

  @FieldResolver(() => Boolean, { description: '自分が読んだか / Whether the caller has read it.' })
  async viewerHasRead(@Root() post: PostRow, @Ctx() context: TimelineRequest): Promise<boolean> {
    requirePerson(context);
    return (await readingOf(context, post))?.viewerHasRead ?? outOfSight();
  }

  @FieldResolver(() => Boolean, { description: '自分が了解したか / Whether the caller has said 了解.' })
  async viewerHasAcknowledged(@Root() post: PostRow, @Ctx() context: TimelineRequest): Promise<boolean> {
    requirePerson(context);
    return (await readingOf(context, post))?.viewerHasAcknowledged ?? outOfSight();
  }

  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Holds(timelineClass)
  @FieldResolver(() => ReadReceiptConnection, { description: '読んだ人 / Who has read it.' })
  readReceipts(
    @Root() post: PostRow,
    @Ctx() context: TimelineRequest,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '件数（100まで） / How many, at most 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'この位置の後 / After this cursor.' }) after?: string | null,
  ) {
    return listReceipts(context, post, first ?? 50, after ?? null);
  }
}

/** A right ended between two statements of one request: nothing more is said of the post. */
function outOfSight(): never {
  throw codedError('FORBIDDEN');
}

@Resolver(() => ReadReceipt)
export class ReadReceiptResolver {
  @FieldResolver(() => User, { nullable: true })
  user(@Root() { userId }: ReceiptRow): User | null {
    return userId ? { id: userId } : null;
  }
}

@Resolver(() => RoomMembership)
export class MembershipReadingResolver {
  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '最後に読んだ時刻 / When this person last read.' })
  lastReadAt(@Root() { id }: RoomMembership, @Ctx() context: TimelineRequest): Promise<Date | null> {
    return lastReadAt(context, id);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'この人が読んでいない重要な投稿の数（100まで）。今週の確認で使う / Important posts this person has not read, at most 100; for the weekly check.',
  })
  unreadImportantCount(@Root() { id }: RoomMembership, @Ctx() context: TimelineRequest): Promise<number | null> {
    return unreadImportantCount(context, id);
  }
}
