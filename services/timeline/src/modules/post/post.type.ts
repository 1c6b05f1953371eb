/** Posts as the API shows them. */
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { AudienceEnum, timelineClass } from '../access/index.ts';
import { UserError } from './post.errors.ts';
import type { Importance, PostKind } from './post.policy.ts';

export const PostKindEnum: { [K in PostKind]: K } = {
  NOTE: 'NOTE',
  MEDICAL_NOTE: 'MEDICAL_NOTE',
  CARE_NOTE: 'CARE_NOTE',
  MEDICATION: 'MEDICATION',
  VITALS: 'VITALS',
  WOUND: 'WOUND',
  PHOTO: 'PHOTO',
  HANDOVER: 'HANDOVER',
  QUESTION: 'QUESTION',
  SAFETY: 'SAFETY',
  SYSTEM: 'SYSTEM',
};
registerEnumType(PostKindEnum, {
  name: 'PostKind',
  description: '投稿の種類 / What kind of post.',
  valuesConfig: {
    NOTE: { description: '日々の様子 / How the day went.' },
    MEDICAL_NOTE: { description: '医療の記録 / A medical note.' },
    CARE_NOTE: { description: '介護の記録 / A care note.' },
    MEDICATION: { description: 'お薬のこと / About medicines.' },
    VITALS: { description: '記録値 / Measured values.' },
    PHOTO: { description: '写真 / Photos.' },
    WOUND: { description: 'きずの評価。woundAssessで書く / A wound as assessed; written by woundAssess.' },
    HANDOVER: { description: '申し送り / A handover.' },
    QUESTION: { description: 'お願い・質問 / A request or question.' },
    SAFETY: { description: '安否・災害 / Safety in a disaster.' },
    SYSTEM: { description: 'システムからの知らせ / Said by the system.' },
  },
});

export const ImportanceEnum: { [K in Importance]: K } = { NORMAL: 'NORMAL', IMPORTANT: 'IMPORTANT', URGENT: 'URGENT' };
registerEnumType(ImportanceEnum, {
  name: 'Importance',
  description: '大切さ / How important.',
  valuesConfig: {
    NORMAL: { description: 'ふつう / Ordinary.' },
    IMPORTANT: { description: '重要 / Important.' },
    URGENT: { description: '全員に強く知らせ、了解を求める / Alerts everyone and asks for 了解.' },
  },
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

  @Field(() => Boolean, { description: '了解を求めているか / Whether everybody of the audience is asked for 了解.' })
  acknowledgementRequested!: boolean;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '本人に代わって入力した相手 / Whose words a proxy entry records.' })
  spokenForName!: string | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '実際に見た・測った時刻 / When it was observed (may precede createdAt when offline).' })
  observedAt!: Date;

  @Field(() => DateTimeScalar, { description: '届いた時刻 / When it arrived.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '最後に直した時刻 / When it was last corrected.' })
  editedAt!: Date | null;

  @Field(() => Int, { description: '版。直すか取り消すと増える / Version; grows with each correction and with the retraction.' })
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
