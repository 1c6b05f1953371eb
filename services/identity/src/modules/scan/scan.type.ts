import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('ScanPage', {
  description: '紙で届いた1枚。画像は /files で取る / A page that came on paper; its picture comes by /files.',
})
export class ScanPageType {
  scanId!: string;
  taskId?: string | null;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'ファイルの中の何枚目か。1から / Place within its file, from 1.' })
  number!: number;

  @Field(() => [String], { description: 'QRコードの受付番号 / Receipt numbers of its QR codes.' })
  receiptNumbers!: string[];

  @Field(() => Int, { description: '幅(画素) / Width in pixels.' })
  width!: number;

  @Field(() => Int, { description: '高さ(画素) / Height in pixels.' })
  height!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '申請に入れた時 / When it was filed.' })
  filedAt?: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('ScanPageEdge', { description: '1枚とその位置 / A page and its place in the list.' })
export class ScanPageEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => ScanPageType, { description: '1枚 / The page.' })
  node!: ScanPageType;
}

@Directive('@tag(name: "internal")')
@ObjectType('ScanPageConnection', { description: '紙の一覧 / A list of pages.' })
export class ScanPageConnection {
  @Field(() => [ScanPageEdge], { description: '紙とカーソル / Pages with cursors.' })
  edges!: ScanPageEdge[];

  @Field(() => [ScanPageType], { description: '紙 / Pages.' })
  nodes!: ScanPageType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;
}

@Directive('@tag(name: "internal")')
@ObjectType('ScanPagesPayload', { description: '紙を入れた、または捨てた結果 / Result of filing or discarding pages.' })
export class ScanPagesPayload {
  @Field(() => [ScanPageType], { description: '紙 / The pages.' })
  scanPages!: ScanPageType[];

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
