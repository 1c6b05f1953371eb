/** Posts of another room, as they were read there. */
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const BroughtAudienceEnum = { CARE_TEAM: 'CARE_TEAM', EVERYONE: 'EVERYONE' } as const;
registerEnumType(BroughtAudienceEnum, {
  name: 'BroughtAudience',
  description: '元の部屋でだれが読めたか。ここでも同じ / Who could read it there; the same holds here.',
  valuesConfig: {
    CARE_TEAM: { description: '医療・介護の参加者 / The care team.' },
    EVERYONE: { description: 'ご家族・ご本人も / Family and patient too.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('BroughtPost', {
  description: '別の部屋で書かれ、持ち込まれた投稿。変えられない / A post of another room that was brought along; never changed.',
})
export class BroughtPostType {
  @Field(() => ID, { description: '元の部屋での識別子 / Identifier in the room where it was written.' })
  sourceId!: string;

  @Field(() => ID, { description: '書かれた部屋 / The room where it was written.' })
  sourceRoomId!: string;

  @Field(() => String, { description: '元の部屋番号 / Number of that room.' })
  roomNumber!: string;

  @Field(() => BroughtAudienceEnum, { description: 'だれが読めるか / Who reads it.' })
  audience!: 'CARE_TEAM' | 'EVERYONE';

  @Field(() => Boolean, { description: '重要か / Whether it was marked important.' })
  isImportant!: boolean;

  @Holds('DAILY_CONDITION')
  @Field(() => String, {
    description: '書いた人(そのときの氏名と所属)。この部屋の参加者ではない / Who wrote it, as they were called then.',
  })
  authorLabel!: string;

  @Holds('DAILY_CONDITION')
  @Field(() => String, { nullable: true, description: '本文 / Text.' })
  body!: string | null;

  @Holds('DAILY_CONDITION')
  @Field(() => [String], { description: '測った値。1行に1つ / Values, one a line.' })
  readings!: string[];

  @Field(() => DateTimeScalar, { description: '見た・測った時 / When it was seen or measured.' })
  observedAt!: Date;

  @Field(() => DateTimeScalar, { description: '書いた時 / When it was written.' })
  writtenAt!: Date;
}

@Directive('@tag(name: "internal")')
@ObjectType('BroughtPostEdge', { description: '一覧の要素 / Edge.' })
export class BroughtPostEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => BroughtPostType, { description: '投稿 / Post.' })
  node!: BroughtPostType;
}

@Directive('@tag(name: "internal")')
@ObjectType('BroughtPostConnection', { description: '持ち込まれた投稿の一覧 / Posts that were brought along.' })
export class BroughtPostConnection {
  @Field(() => [BroughtPostEdge], { description: '要素 / Edges.' })
  edges!: BroughtPostEdge[];

  @Field(() => [BroughtPostType], { description: '投稿 / Posts.' })
  nodes!: BroughtPostType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数 / Total.' })
  totalCount!: number | null;
}
