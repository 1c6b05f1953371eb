/** Posts as they are sent and asked for. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { AudienceEnum } from '../access/index.ts';
import { AskInput } from '../ask/index.ts';
import { PostUploadInput } from '../attachment/index.ts';
import { MentionGroupEnum, MentionInput } from '../mention/index.ts';
import { VisitInput } from '../visit/index.ts';
import { VitalsInput } from '../vitals/index.ts';
import { ImportanceEnum, PostKindEnum } from './post.type.ts';

@InputType({ description: '投稿する内容 / What to post.' })
export class PostCreateInput {
  @Field(() => ID, { description: '投稿のID(端末で作るUUIDv7)。同じ値の再送は1件 / Client-made UUIDv7; also the outbox key.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => AudienceEnum, { description: '公開範囲 / Who may see it.' })
  audience!: keyof typeof AudienceEnum;

  @Field(() => ImportanceEnum, { nullable: true, defaultValue: 'NORMAL', description: '大切さ / How important.' })
  importance?: keyof typeof ImportanceEnum | null;

  @Field(() => PostKindEnum, { nullable: true, defaultValue: 'NOTE', description: '種類 / What kind of post.' })
  kind?: keyof typeof PostKindEnum | null;

  @Field(() => String, { nullable: true, description: '本文（4000文字まで） / The text, at most 4,000 characters.' })
  body?: string | null;

  @Field(() => [MentionInput], {
    nullable: true,
    description:
      '名ざし（20件まで）。位置は前後の空白を除いた本文で数える / Who is named, at most 20; places in the body without blanks around it.',
  })
  mentions?: MentionInput[] | null;

  @Field(() => [PostUploadInput], { nullable: true, description: '写真（10枚まで） / Photos, at most 10.' })
  uploads?: PostUploadInput[] | null;

  @Field(() => VitalsInput, { nullable: true, description: '測った値 / Measured values.' })
  vitals?: VitalsInput | null;

  @Field(() => VisitInput, { nullable: true, description: '診療の記録（医療の記録だけ） / Facts of a visit, with a medical note.' })
  visit?: VisitInput | null;

  @Field(() => ID, { nullable: true, description: '返信する相手の投稿 / The post that is answered.' })
  parentId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '見た・測った時刻 / When it was observed.' })
  observedAt?: Date | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '了解を求める / Ask everybody of the audience for 了解.' })
  requestAcknowledgement?: boolean | null;

  @Field(() => AskInput, { nullable: true, description: '返事の約束 / An answer somebody owes by a time.' })
  ask?: AskInput | null;

  @Field(() => String, { nullable: true, description: 'だれの言葉か（100文字まで） / Whose words these are, in a proxy entry.' })
  spokenForName?: string | null;
}

@InputType({ description: '投稿を直す / A correction.' })
export class PostUpdateInput {
  @Field(() => String, { description: '正しい本文（4000文字まで） / The text as it should be.' })
  body!: string;

  @Field(() => [MentionInput], {
    nullable: true,
    description:
      '名ざし（20件まで）。位置は前後の空白を除いた本文で数える / Who is named, at most 20; places in the body without blanks around it.',
  })
  mentions?: MentionInput[] | null;

  @Field(() => Int, { description: '見ていた版 / The version that was read.' })
  expectedVersion!: number;
}

@InputType({ description: '投稿の絞り込み / Which posts.' })
export class PostFilter {
  @Field(() => ID, { nullable: true, description: '部屋 / The room.' })
  roomId?: string | null;

  @Field(() => [PostKindEnum], { nullable: true, description: '種類 / Kinds.' })
  kinds?: (keyof typeof PostKindEnum)[] | null;

  @Field(() => [ImportanceEnum], { nullable: true, description: '大切さ / Importance.' })
  importance?: (keyof typeof ImportanceEnum)[] | null;

  @Field(() => AudienceEnum, { nullable: true, description: '公開範囲 / Audience.' })
  audience?: keyof typeof AudienceEnum | null;

  @Field(() => [ID], { nullable: true, description: '書いた人 / Writers.' })
  authorIds?: string[] | null;

  @Field(() => [MentionGroupEnum], {
    nullable: true,
    description: '書いた人の職種（全員・世話役は選べない） / Professions of the writers; not ALL or STEWARD.',
  })
  professionsOf?: (keyof typeof MentionGroupEnum)[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '見た・測った時刻がこの時から / Observed from this moment.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '見た・測った時刻がこの時の前まで / Observed before this moment.' })
  to?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '見てよい写真がある投稿 / With a photo that the caller may see; false: without.' })
  hasPhoto?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '自分が名ざしされた投稿だけ / Only those that name the caller, alone or in a group.',
  })
  mentionsMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '未読だけ / Unread ones only.' })
  unreadOnly?: boolean | null;
}

@ArgsType()
export class PostsArgs {
  @Field(() => PostFilter, { nullable: true, description: '絞り込み / Which posts.' })
  filter?: PostFilter | null;

  @Field(() => Int, { nullable: true, description: '件数（100まで、無ければ20） / How many, at most 100, 20 if left out.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置より前の投稿（古い方） / Older than this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: '終わりから数えた件数 / How many from the end.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置より後の投稿（新しい方） / Newer than this cursor.' })
  before?: string | null;
}
