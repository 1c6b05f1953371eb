/** How a room ends, as the API shows it. */
import type { RoomState } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ClosureReason, ClosureReasonEnum } from '../application/index.ts';
import { UserErrorType } from '../platform/index.ts';
import { RoomStatusEnum } from '../room/index.ts';
import { UserType } from '../foreign/index.ts';
import { RoomPurgeType } from './purge.type.ts';
import { type RecordClass, recordClasses } from './retention.entity.ts';

export const RecordClassEnum = Object.fromEntries(recordClasses.map((value) => [value, value])) as { [K in RecordClass]: K };
registerEnumType(RecordClassEnum, {
  name: 'RecordClass',
  description: '保存期間を決める記録の区分 / Class of records, which decides how long they are held.',
  valuesConfig: {
    CHART: { description: '診療の記録（医師法など） / Medical records.' },
    CARE_RECORD: { description: '介護サービスの記録 / Records of care services.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('LegalHold', { description: '消去を止める指示 / What keeps a room from being erased.' })
export class LegalHoldType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '理由。センターにだけ見える / Reason; for the center alone.' })
  reason!: string | null;

  @Field(() => UserType, { nullable: true, description: '止めた職員。センターにだけ見える / Who set it; for the center alone.' })
  setBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '止めた職員の氏名(そのとき) / Name of who set it, at the time.' })
  setByName!: string | null;

  @Field(() => DateTimeScalar, { description: '止めた時 / When it was set.' })
  setAt!: Date;

  @Field(() => String, { nullable: true, description: '解いた理由。センターにだけ見える / Why it was lifted; for the center alone.' })
  liftReason!: string | null;

  @Field(() => UserType, { nullable: true, description: '解いた職員。センターにだけ見える / Who lifted it; for the center alone.' })
  liftedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '解いた職員の氏名(そのとき) / Name of who lifted it, at the time.' })
  liftedByName!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '解いた時。今も止まっていればnull / When it was lifted; null while it stands.',
  })
  liftedAt!: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomRetention', { description: '終了した部屋の保存と消去 / How a room ends: closing, hold, erasure.' })
export class RoomRetentionType {
  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => RoomStatusEnum, { description: '状態 / State of the room.' })
  status!: RoomState;

  @Field(() => ClosureReasonEnum, { nullable: true, description: '終了の理由 / Why it was closed.' })
  closureReason!: ClosureReason | null;

  @Field(() => DateTimeScalar, { description: '読み取り専用になった時 / Since when it is read-only.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '終了する時（写しを取れる期限） / When it is closed; until then copies are taken.' })
  closesAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '終了した時 / When it was closed.' })
  closedAt!: Date | null;

  @Field(() => RecordClassEnum, {
    nullable: true,
    description: '記録の区分。終了したときに決まる / Class of its records, known once it is closed.',
  })
  recordClass!: RecordClass | null;

  @Field(() => Int, { nullable: true, description: '保存する年数 / Years of the hold.' })
  years!: number | null;

  @Field(() => DateScalar, { nullable: true, description: '保存期間の最後の日 / Last day of the hold.' })
  holdEndsOn!: string | null;

  @Field(() => LegalHoldType, { nullable: true, description: '今ある消去の停止 / The legal hold that stands.' })
  legalHold!: LegalHoldType | null;

  @Field(() => [LegalHoldType], { description: '消去の停止のすべて。新しい順 / Every legal hold, newest first.' })
  legalHolds!: LegalHoldType[];

  @Field(() => Int, { description: '版 / Version.' })
  version!: number;

  @Field(() => Boolean, { description: '自分が消去を止められるか / Whether you can set a legal hold.' })
  viewerCanHold!: boolean;

  @Field(() => Boolean, { description: '自分が消去の停止を解けるか / Whether you can lift the legal hold.' })
  viewerCanLift!: boolean;

  @Field(() => RoomPurgeType, {
    nullable: true,
    description:
      '部屋の消去。だれかが確かめるまではnull。センターにだけ見える / Erasure; null until an officer has confirmed it; for the center alone.',
  })
  purge!: RoomPurgeType | null;

  @Field(() => Boolean, { description: '自分が今、消去してよいと確かめられるか / Whether you can confirm the erasure now.' })
  viewerCanPurge!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomRetentionEdge', { description: '一覧の要素 / Edge of the list.' })
export class RoomRetentionEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => RoomRetentionType, { description: '部屋の保存と消去 / How a room ends.' })
  node!: RoomRetentionType;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomRetentionConnection', { description: '終了した部屋の一覧 / Rooms that end or have ended.' })
export class RoomRetentionConnection {
  @Field(() => [RoomRetentionEdge], { description: '要素 / Edges.' })
  edges!: RoomRetentionEdge[];

  @Field(() => [RoomRetentionType], { description: '部屋 / Rooms.' })
  nodes!: RoomRetentionType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数。数えない / Total; not counted.' })
  totalCount!: number | null;
}

@InputType({ description: '消去を止める / Setting a legal hold.' })
export class LegalHoldSetInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。指示の識別子になる / Client-made UUIDv7, becomes the id of the hold.' })
  idempotencyKey!: string;

  @Field(() => String, { description: '理由(300文字まで) / Reason, up to 300 characters.' })
  reason!: string;
}

@InputType({ description: '消去の停止を解く / Lifting a legal hold.' })
export class LegalHoldLiftInput {
  @Field(() => String, { description: '理由(300文字まで) / Reason, up to 300 characters.' })
  reason!: string;

  @Field(() => Int, { description: '見ていた版 / Version that was seen.' })
  expectedVersion!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomRetentionPayload', { description: '部屋の保存と消去の変更の結果 / Result of a change.' })
export class RoomRetentionPayload {
  @Field(() => RoomRetentionType, { nullable: true, description: '部屋の保存と消去 / How the room ends.' })
  roomRetention!: RoomRetentionType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
