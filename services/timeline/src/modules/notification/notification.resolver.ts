/** Notifications over GraphQL. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requirePerson, Room, timelineClass, type TimelineRequest, User, Viewer } from '../access/index.ts';
import { excerptOf } from '../post/index.ts';
import { StreamGrant } from '../stream/index.ts';
import type { NotificationRow } from './notification.repository.ts';
import {
  cursorOf,
  describeTarget,
  describeTitle,
  grantNotificationEvents,
  listNotifications,
  markRead,
  postOf,
  unreadCount,
} from './notification.service.ts';
import { linkOf, targetOf } from './notification.target.ts';
import {
  Notification,
  NotificationConnection,
  NotificationReceived,
  NotificationsArgs,
  NotificationsMarkReadPayload,
  NotificationsRead,
  NotificationTarget,
} from './notification.type.ts';
import { safeTitle } from './notification.words.ts';

const summaryLength = 90;
const count = '読んでいないお知らせの数（1000まで） / Unread notifications, at most 1,000.';

@Resolver(() => Notification)
class NotificationResolver {
  @FieldResolver(() => String, {
    description: '患者名を含まない短い文。ロック画面に出してよい / Safe for a lock screen: no patient name, no clinical content.',
  })
  safeTitle(@Root() { kind, importance }: NotificationRow, @Ctx() { locale }: TimelineRequest): string {
    return safeTitle(kind, importance, locale);
  }

  @FieldResolver(() => String, { description: '見てよい人への見出し / Title for whoever may see what it tells of.' })
  title(@Root() row: NotificationRow, @Ctx() context: TimelineRequest) {
    return describeTitle(context, row);
  }

  @Holds(timelineClass)
  @FieldResolver(() => String, { nullable: true, description: '書き出し。いま見てよい人だけ / First words, to whoever may see them now.' })
  async summary(@Root() row: NotificationRow, @Ctx() context: TimelineRequest): Promise<string | null> {
    const post = await postOf(context, row);
    return post && !post.retractedAt ? excerptOf(post.body, summaryLength) || null : null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => NotificationTarget, {
    description: '先。見えないものは部屋へ / What it leads to; the room when that is out of sight.',
  })
  target(@Root() row: NotificationRow, @Ctx() context: TimelineRequest) {
    return describeTarget(context, row);
  }

  @FieldResolver(() => ID)
  targetId(@Root() row: NotificationRow): string {
    return targetOf(row).id;
  }

  @FieldResolver(() => String, { description: 'ポータルの該当画面（パス） / Deep link into the portal, as a path.' })
  url(@Root() row: NotificationRow): string {
    return linkOf(row);
  }

  @FieldResolver(() => User, { nullable: true })
  actor(@Root() { actorId }: NotificationRow): User | null {
    return actorId ? { id: actorId } : null;
  }

  @FieldResolver(() => Room, { nullable: true })
  room(@Root() { roomId, needsMembership }: NotificationRow): Room | null {
    return roomId && needsMembership ? { id: roomId } : null;
  }

  @Mutation(() => NotificationsMarkReadPayload, { description: '読んだことにする / Marks notifications as read.' })
  notificationsMarkRead(
    @Ctx() context: TimelineRequest,
    @Arg('ids', () => [ID], { nullable: true, description: 'これらを（100件まで） / These, at most 100.' }) ids?: string[] | null,
    @Arg('upTo', () => DateTimeScalar, { nullable: true, description: 'この時刻までに届いたものを / Those of up to this time.' })
    upTo?: Date | null,
  ) {
    return markRead(context, { ...(ids && { ids }), ...(upTo && { upTo }) });
  }
}

@Resolver(() => Viewer)
class ViewerNotificationsResolver {
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => NotificationConnection, { nullable: true, description: 'お知らせ。新しい順 / What one was told, newest first.' })
  notifications(@Root() { id }: Viewer, @Ctx() context: TimelineRequest, @Args(() => NotificationsArgs) args: NotificationsArgs) {
    return own(context, id) ? listNotifications(context, args) : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: count })
  unreadNotificationCount(@Root() { id }: Viewer, @Ctx() context: TimelineRequest) {
    return own(context, id) ? unreadCount(context) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '取りこぼし防止。購読を始める前に取る / Take this before subscribing to notificationEvent.',
  })
  notificationCursor(@Root() { id }: Viewer, @Ctx() context: TimelineRequest) {
    return own(context, id) ? cursorOf(context) : null;
  }
}

const own = (context: TimelineRequest, id: string): boolean => requirePerson(context).userId === id;

@Resolver(() => NotificationReceived)
class NotificationReceivedResolver {
  @FieldResolver(() => Int, { description: count })
  unreadCount(@Ctx() context: TimelineRequest) {
    return unreadCount(context);
  }
}

@Resolver(() => NotificationsRead)
class NotificationsReadResolver {
  @FieldResolver(() => Int, { description: count })
  unreadCount(@Ctx() context: TimelineRequest) {
    return unreadCount(context);
  }
}

@Resolver()
class NotificationGrantResolver {
  @Directive('@inaccessible')
  @Query(() => StreamGrant, {
    nullable: true,
    description: '自分のお知らせを聞いてよいか / Whether the caller may listen to what they are told.',
  })
  notificationEventGrant(
    @Arg('notBefore', () => Int, { nullable: true, description: 'ここまでの知らせを踏まえて / Knowing at least the bus up to here.' })
    notBefore: number | null,
    @Ctx() context: TimelineRequest,
  ) {
    return grantNotificationEvents(context, notBefore);
  }
}

export const notificationResolvers = [
  NotificationResolver,
  ViewerNotificationsResolver,
  NotificationReceivedResolver,
  NotificationsReadResolver,
  NotificationGrantResolver,
];
