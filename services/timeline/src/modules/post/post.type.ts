/** Posts as the API shows them. */
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { AudienceEnum, timelineClass } from '../access/index.ts';
import { UserError } from './post.errors.ts';

export const PostKindEnum = { NOTE: 'NOTE', VITALS: 'VITALS' } as const;
registerEnumType(PostKindEnum, {
  name: 'PostKind',
  description: '投稿の種類 / What kind of post.',
  valuesConfig: { NOTE: { description: '記録 / A note.' }, VITALS: { description: '記録値 / Measured values.' } },
});

export const ImportanceEnum = { NORMAL: 'NORMAL', IMPORTANT: 'IMPORTANT' } as const;
registerEnumType(ImportanceEnum, {
  name: 'Importance',
  description: '大切さ / How important.',
  valuesConfig: { NORMAL: { description: 'ふつう / Ordinary.' }, IMPORTANT: { description: '重要 / Important.' } },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '部屋への書き込み / A post in a room.' })
export class Post {
  @Field(() => ID, { description: '投稿のID / Id of the post.' })
  id!: string;

  @Field(() => String, { description: "書いた時の名前。IDが止まっても記録に残る / The writer's name at that time; outlives the ID." })
  authorName!: string;

  @Field(() => String, { nullable: true, description: '書いた時の職種 / Their profession at that time.' })
  authorProfessionLabel!: string | null;

  @Field(() => String, { nullable: true, description: '書いた時の所属 / Their facility at that time.' })
  authorFacilityName!: string | null;

  @Holds(timelineClass)
  @Field(() => PostKindEnum, { description: '種類 / What kind of post.' })
  kind!: keyof typeof PostKindEnum;

  @Field(() => AudienceEnum, { description: '公開範囲 / Who may see it.' })
  audience!: keyof typeof AudienceEnum;

  @Holds(timelineClass)
  @Field(() => ImportanceEnum, { description: '大切さ / How important.' })
  importance!: keyof typeof ImportanceEnum;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '本文 / The text.' })
  body!: string | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '実際に見た・測った時刻 / When it was observed (may precede createdAt when offline).' })
  observedAt!: Date;

  @Field(() => DateTimeScalar, { description: '届いた時刻 / When it arrived.' })
  createdAt!: Date;

  @Field(() => Int, { description: '版 / Version.' })
  version!: number;
}

@ObjectType({ description: '一覧の一件 / One item of the list.' })
export class PostEdge {
  @Field(() => String, { description: '位置 / Its cursor.' })
  cursor!: string;

  @Field(() => Post, { description: '投稿 / The post.' })
  node!: Post;
}

@ObjectType({ description: '投稿の一覧。新しい順 / A list of posts, newest first.' })
export class PostConnection {
  @Field(() => [PostEdge], { description: '位置つきの投稿 / Posts with cursors.' })
  edges!: PostEdge[];

  @Field(() => [Post], { description: '投稿 / The posts.' })
  nodes!: Post[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: '投稿の結果 / The outcome of posting.' })
export class PostCreatePayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => Boolean, { description: '前に届いていた再送 / True when this was a retry of an accepted request.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
