/** Room as the API shows it. */
import type { RoomState } from '@heya/schema/events';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const RoomStatusEnum: { [K in RoomState]: K } = {
  PREPARING: 'PREPARING',
  ACTIVE: 'ACTIVE',
  DORMANT: 'DORMANT',
  CLOSING: 'CLOSING',
  CLOSED: 'CLOSED',
  PURGED: 'PURGED',
};
registerEnumType(RoomStatusEnum, {
  name: 'RoomStatus',
  description: '部屋の状態 / State of a room.',
  valuesConfig: {
    PREPARING: { description: '準備中 / Being prepared.' },
    ACTIVE: { description: '利用中 / In use.' },
    DORMANT: { description: '休眠 / Unused for a year.' },
    CLOSING: { description: '終了の手続き中 / Being closed.' },
    CLOSED: { description: '読み取り専用・保存期間中 / Read-only, within retention.' },
    PURGED: { description: '消去済み。証明書だけが残る / Erased; only the certificate remains.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Room', { description: "利用者(患者)部屋 / The patient's room." })
export class RoomType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '電話で伝えやすい番号 例 K-0123 / A number easy to say on the telephone.' })
  roomNumber!: string;

  @Field(() => RoomStatusEnum, { description: '状態 / State.' })
  status!: RoomState;

  @Field(() => DateTimeScalar, { nullable: true, description: '開いた時 / When opened.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '閉じた時 / When closed.' })
  closedAt!: Date | null;

  @Field(() => Boolean, { description: '自分が今投稿できるか / Whether you can post now.' })
  viewerCanPost!: boolean;

  /** Not in the schema: what other fields are found by. */
  /** null: only that the room exists may be known. */
  patientId!: string | null;
  viewerMembershipId!: string | null;
  /** null: the viewer may not follow the room. */
  changeSeq!: number | null;
  consentSeq!: number;
}

@ObjectType('RoomEdge', { description: '部屋の一覧の要素 / Edge of a list of rooms.' })
export class RoomEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => RoomType, { description: '部屋 / Room.' })
  node!: RoomType;
}

@ObjectType('RoomConnection', { description: '部屋の一覧 / List of rooms.' })
export class RoomConnection {
  @Field(() => [RoomEdge], { description: '要素 / Edges.' })
  edges!: RoomEdge[];

  @Field(() => [RoomType], { description: '部屋 / Rooms.' })
  nodes!: RoomType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数 / Total.' })
  totalCount!: number | null;
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
