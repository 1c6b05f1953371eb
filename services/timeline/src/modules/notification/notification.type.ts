/** Notifications as the API shows them (R28). */
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { ArgsType, createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Room, RoomMembership, User, Viewer } from '../access/index.ts';
import { ImportanceEnum, Post, UserError } from '../post/index.ts';
import { SafetyCheck } from '../safety-check/index.ts';
import type { Importance, NotificationKind } from './notification.policy.ts';

export const NotificationKindEnum: { [K in NotificationKind]: K } = {
  POST: 'POST',
  MENTION: 'MENTION',
  REPLY: 'REPLY',
  URGENT_POST: 'URGENT_POST',
  ACKNOWLEDGEMENT_REQUESTED: 'ACKNOWLEDGEMENT_REQUESTED',
  VITALS_OUT_OF_RANGE: 'VITALS_OUT_OF_RANGE',
  ASK_OVERDUE: 'ASK_OVERDUE',
  ROOM_INVITATION: 'ROOM_INVITATION',
  MEMBERSHIP_CHANGED: 'MEMBERSHIP_CHANGED',
  WEEKLY_CHECK_DUE: 'WEEKLY_CHECK_DUE',
  APPLICATION_UPDATED: 'APPLICATION_UPDATED',
  CONSENT_CHANGED: 'CONSENT_CHANGED',
  DORMANCY_REVIEW: 'DORMANCY_REVIEW',
  SAFETY_CHECK: 'SAFETY_CHECK',
  SECURITY: 'SECURITY',
};
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'お知らせの種類 / What a notification is about.',
  valuesConfig: {
    POST: { description: '投稿 / A post.' },
    MENTION: { description: '呼びかけ・返事の約束 / Oneself, named or asked.' },
    REPLY: { description: '自分の投稿への返信 / A reply to one’s own post.' },
    URGENT_POST: { description: '緊急の投稿 / An urgent post.' },
    ACKNOWLEDGEMENT_REQUESTED: { description: '了解を求める投稿 / A post that asks for 了解.' },
    VITALS_OUT_OF_RANGE: { description: '知らせる値を超えた記録 / A value beyond its alert.' },
    ASK_OVERDUE: { description: '期限を過ぎた返事の約束 / An answer that is overdue.' },
    ROOM_INVITATION: { description: '部屋への招待 / An invitation to a room.' },
    MEMBERSHIP_CHANGED: { description: '自分の参加の変化 / A change of one’s own membership.' },
    WEEKLY_CHECK_DUE: { description: '今週の確認（世話役） / The weekly check is due; for stewards.' },
    APPLICATION_UPDATED: { description: '自分の申請の動き / News of one’s own application.' },
    CONSENT_CHANGED: { description: '同意の変化 / A consent changed.' },
    DORMANCY_REVIEW: { description: '使われていない部屋の確認 / A look at a room that is not in use.' },
    SAFETY_CHECK: { description: '安否確認 / A safety check.' },
    SECURITY: { description: 'アカウントの安全 / The safety of one’s account.' },
  },
});

const entity =
  (description: string, key = '@key(fields: "id")'): ClassDecorator =>
  (target) => {
    Directive(key)(target as never);
    ObjectType({ description })(target as never);
  };
const keptElsewhere = '@key(fields: "id", resolvable: false)';
const ofId = { description: 'ID / Id.' };

@entity('利用者部屋の申請 / An application about a room.', keptElsewhere)
export class RoomApplication {
  @Field(() => ID, ofId)
  id!: string;
}

@entity('利用者IDの申請 / An application for an ID.', keptElsewhere)
export class IdApplication {
  @Field(() => ID, ofId)
  id!: string;
}

@entity('同意書 / A consent.', keptElsewhere)
export class Consent {
  @Field(() => ID, ofId)
  id!: string;
}

@entity('今週の確認 / A weekly check.', keptElsewhere)
export class WeeklyCheck {
  @Field(() => ID, ofId)
  id!: string;
}

@entity('休眠の確認 / A look at an unused room.', keptElsewhere)
export class DormancyReview {
  @Field(() => ID, ofId)
  id!: string;
}

export const NotificationTarget = createUnionType({
  name: 'NotificationTarget',
  description: 'お知らせの先 / What a notification leads to.',
  types: () =>
    [Post, Room, RoomMembership, RoomApplication, IdApplication, Consent, WeeklyCheck, DormancyReview, SafetyCheck, Viewer] as const,
  // A post comes as it was found, with the right it was found with.
  resolveType: (value) => ('__typename' in value ? (value.__typename as string) : 'Post'),
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'お知らせ。自分あてだけ / Something one was told; one’s own only.' })
export class Notification {
  @Field(() => ID, { description: 'お知らせのID / Id of the notification.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: '種類 / What it is about.' })
  kind!: NotificationKind;

  @Field(() => ImportanceEnum, { description: '重要さ / How important it is.' })
  importance!: Importance;

  @Field(() => ID, { description: 'node(id:)に渡せる / Pass to node(id:).' })
  targetId!: string;

  @Field(() => User, { nullable: true, description: 'きっかけになった人 / Who caused it.' })
  actor!: User | null;

  @Field(() => Room, { nullable: true, description: '部屋 / The room.' })
  room!: Room | null;

  @Field(() => DateTimeScalar, { description: '知らせた時刻 / When one was told.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '読んだ時刻 / When it was read.' })
  readAt!: Date | null;
}

@ObjectType({ description: '位置つきのお知らせ / A notification with its place.' })
export class NotificationEdge {
  @Field(() => String, { description: 'ここから続ける / Cursor of this item.' })
  cursor!: string;

  @Field(() => Notification, { description: 'お知らせ / The notification.' })
  node!: Notification;
}

@ObjectType({ description: 'お知らせの一覧。新しい順 / Notifications, newest first.' })
export class NotificationConnection {
  @Field(() => [NotificationEdge], { description: '位置つきのお知らせ / Notifications with cursors.' })
  edges!: NotificationEdge[];

  @Field(() => [Notification], { description: 'お知らせ / The notifications.' })
  nodes!: Notification[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '数えない / Not counted.' })
  totalCount!: number | null;
}

@InputType({ description: 'お知らせの絞り込み / Which notifications.' })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: '読んでいないものだけ / Unread ones only.' })
  unreadOnly?: boolean | null;

  @Field(() => [NotificationKindEnum], { nullable: true, description: 'この種類だけ / Of these kinds only.' })
  kinds?: NotificationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'この部屋だけ / Of this room only.' })
  roomId?: string | null;
}

@ArgsType()
export class NotificationsArgs {
  @Field(() => NotificationFilter, { nullable: true, description: '絞り込み / Which.' })
  filter?: NotificationFilter | null;

  @Field(() => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置の後 / After this cursor.' })
  after?: string | null;
}

@ObjectType({ description: '既読にした結果 / The outcome of marking as read.' })
export class NotificationsMarkReadPayload {
  @Field(() => Viewer, { nullable: true, description: '自分 / Oneself.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

/** The stream's events begin in the gateway (events.graphql); only the count of whoever listens is added here, as it is when they are told. */
@entity('お知らせが届いた / Something one is told.')
export class NotificationReceived {
  @Directive('@inaccessible')
  @Field(() => ID, { description: '受け取る人 / Whoever is told.' })
  id!: string;
}

@entity('他の端末で読んだ / Read on another device.')
export class NotificationsRead {
  @Directive('@inaccessible')
  @Field(() => ID, { description: '読んだ人 / Whoever has read.' })
  id!: string;
}

export const notificationEvents = [NotificationReceived, NotificationsRead];
