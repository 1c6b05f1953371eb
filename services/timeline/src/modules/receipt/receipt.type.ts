/** Receipts as the API shows them. */
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Room, User } from '../access/index.ts';
import { UserError } from '../post/index.ts';

@ObjectType({ description: '既読の数 / How many have read it.' })
export class ReadSummary {
  @Field(() => Int, {
    description: '読んだ人の数。書いた本人は数えない / Members of the audience who have read it, the writer not counted.',
  })
  readCount!: number;

  @Field(() => Int, {
    description: '読むべき人の数(公開範囲で変わる。書いた本人は数えない) / Size of the audience, the writer not counted.',
  })
  audienceCount!: number;

  @Field(() => Int, { description: '了解した人の数 / Members of the audience who have said 了解.' })
  acknowledgedCount!: number;
}

@ObjectType({ description: '既読 / Somebody has read it.' })
export class ReadReceipt {
  @Field(() => User, { nullable: true, description: '読んだ人。家族には名前だけ / Who read it; families see the name only.' })
  user!: User | null;

  @Field(() => String, { description: '読んだ時の名前 / Their name at that time.' })
  userName!: string;

  @Field(() => DateTimeScalar, { description: '読んだ時刻 / When they read it.' })
  readAt!: Date;
}

@ObjectType({ description: '一覧の一件 / One item of the list.' })
export class ReadReceiptEdge {
  @Field(() => String, { description: '位置 / Its cursor.' })
  cursor!: string;

  @Field(() => ReadReceipt, { description: '既読 / The receipt.' })
  node!: ReadReceipt;
}

@ObjectType({ description: '既読の一覧。早い順 / Receipts, earliest first.' })
export class ReadReceiptConnection {
  @Field(() => [ReadReceiptEdge], { description: '位置つきの既読 / Receipts with cursors.' })
  edges!: ReadReceiptEdge[];

  @Field(() => [ReadReceipt], { description: '既読 / The receipts.' })
  nodes!: ReadReceipt[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部で何件 / How many there are in all.' })
  totalCount!: number | null;
}

@ObjectType({ description: '既読にした結果 / The outcome of marking as read.' })
export class RoomMarkReadPayload {
  @Field(() => Room, { nullable: true, description: '部屋 / The room.' })
  room!: Room | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
