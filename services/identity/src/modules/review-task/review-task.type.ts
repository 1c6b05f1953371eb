import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum, FormCodeEnum } from '../form/index.ts';
import { IdApplicationType } from '../id-application/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { ReviewTaskKind, ReviewTaskState, SubjectType } from '../inbox/index.ts';
import { SharedIdCaseType } from '../shared-id/index.ts';
import { RosterReminderType } from '../roster/index.ts';
import { SuspensionType } from '../suspension/index.ts';

export const ReviewTaskKindEnum = describedEnum<ReviewTaskKind>('ReviewTaskKind', '受付箱の仕事の種類 / Kinds of work in the inbox.', {
  ID_APPLICATION: 'IDの申請 / Application for an ID.',
  PLEDGE: '誓約書 / Pledge.',
  CONSENT: '同意の撤回など / Consent, e.g. a withdrawal.',
  ROOM_APPLICATION: '部屋の申込 / Application about a room.',
  DORMANCY_REVIEW: '休眠の確認 / Review of an unused room.',
  SUPPORT_REFERRAL: '困っている参加者の引き継ぎ / Member handed over for help.',
  WEEKLY_CHECK_OVERDUE: '今週の確認の遅れ / Weekly check overdue.',
  SHARED_ID: '1つのIDの同時利用の疑い / An ID that may be shared.',
  ID_SUSPENSION: '事業所がIDを止めた / A facility has stopped an ID.',
  ROSTER_OVERDUE: '名簿の確認の遅れ / Confirmation of a roster overdue.',
});

export const ReviewTaskStateEnum = describedEnum<ReviewTaskState>('ReviewTaskState', '仕事の状態 / State of a task.', {
  OPEN: '受付中 / Open.',
  CLAIMED: '担当が決まった / An officer has taken it on.',
  CLOSED: '終わった / Closed.',
});

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Consent', { description: '利用に関する同意書(様式3-1) / Patient consent.' })
class ConsentType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('RoomApplication', { description: '部屋の申込(様式4-1〜4-3) / Application about a room.' })
class RoomApplicationType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('WeeklyCheck', { description: '世話役の今週の確認 / The weekly check of the steward.' })
class WeeklyCheckType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('SupportReferral', { description: '困っている参加者の引き継ぎ / A member handed over for help.' })
class SupportReferralType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('DormancyReview', { description: '1年使われていない部屋の確認 / Review of a room that was unused for a year.' })
class DormancyReviewType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

export interface Subject {
  __typename: SubjectType;
  id: string;
}

export const ReviewSubject = createUnionType({
  name: 'ReviewSubject',
  description: '仕事の中身。持ち主のサービスが解決する / What the task is about; its owner fills in the rest.',
  types: () =>
    [
      IdApplicationType,
      ConsentType,
      RoomApplicationType,
      SuspensionType,
      RosterReminderType,
      SharedIdCaseType,
      WeeklyCheckType,
      SupportReferralType,
      DormancyReviewType,
    ] as const,
  resolveType: (value) => (value as unknown as Subject).__typename,
});

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('ReviewTask', { description: '支援センターの1件の仕事 / One item of work for the support center.' })
export class ReviewTaskType {
  subjectType!: SubjectType;
  subjectId!: string;
  facilityId?: string | null;
  assigneeId?: string | null;
  closedBy?: string | null;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => FormCodeEnum, { nullable: true, description: '様式 / Form.' })
  form?: string | null;

  @Field(() => ReviewTaskKindEnum, { description: '種類 / Kind.' })
  kind!: ReviewTaskKind;

  @Field(() => ReviewTaskStateEnum, { description: '状態 / State.' })
  state!: ReviewTaskState;

  @Field(() => String, { description: '受付箱に出す1行。名前は含まない / One-line label without names.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: '受け付けた時 / When it came in.' })
  openedAt!: Date;

  @Field(() => DateScalar, { description: '目安の期限（約2週間） / Due day, about two weeks after receipt.' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わった時 / When it was closed.' })
  closedAt?: Date | null;

  @Field(() => String, { nullable: true, description: '終えた職員が書いたこと / What the officer who closed it wrote.' })
  closeNote?: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('ReviewTaskEdge', { description: '仕事とその位置 / A task and its place in the list.' })
export class ReviewTaskEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => ReviewTaskType, { description: '仕事 / The task.' })
  node!: ReviewTaskType;
}

@Directive('@tag(name: "internal")')
@ObjectType('ReviewTaskConnection', { description: '受付箱の一覧 / A page of the inbox.' })
export class ReviewTaskConnection {
  @Field(() => [ReviewTaskEdge], { description: '仕事とカーソル / Tasks with cursors.' })
  edges!: ReviewTaskEdge[];

  @Field(() => [ReviewTaskType], { description: '仕事 / Tasks.' })
  nodes!: ReviewTaskType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部の数 / How many in all.' })
  totalCount!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'reviewTaskChangedの取りこぼし防止。購読を始める前に取る / Take this before subscribing to reviewTaskChanged.',
  })
  changeCursor!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('ReviewTaskClaimPayload', { description: '担当になった結果 / Result of taking a task on.' })
export class ReviewTaskClaimPayload {
  @Field(() => ReviewTaskType, { nullable: true, description: '仕事 / The task.' })
  reviewTask!: ReviewTaskType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('ReviewTaskReleasePayload', { description: '担当を外れた結果 / Result of handing a task back.' })
export class ReviewTaskReleasePayload {
  @Field(() => ReviewTaskType, { nullable: true, description: '仕事 / The task.' })
  reviewTask!: ReviewTaskType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('ReviewTaskClosePayload', { description: '仕事を終えた結果 / Result of closing a task.' })
export class ReviewTaskClosePayload {
  @Field(() => ReviewTaskType, { nullable: true, description: '仕事 / The task.' })
  reviewTask!: ReviewTaskType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('StreamGrant', {
  description: '配信を受ける権利。ゲートウェイだけが使う / The right to follow a stream; for the gateway only.',
})
export class StreamGrantType {
  @Field(() => String, { nullable: true, description: '見える範囲 / Audience.' })
  audience!: string | null;

  @Field(() => Int, { description: '同意の世代 / Consent epoch.' })
  epoch!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'この時に許しは切れる。知らせは来ない。nullは期限なし / Ends by itself at this time, without a message; null: open end.',
  })
  validUntil?: Date | null;
}
