/** An ask as it is sent. */
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { MentionGroupEnum } from '../mention/index.ts';

@InputType({ description: '返事の約束。人か職種のどちらか / An answer that is owed, by a person or by one of a group.' })
export class AskInput {
  @Field(() => ID, { nullable: true, description: '人。この投稿を見られる参加者 / A member who may see the post.' })
  toUserId?: string | null;

  @Field(() => MentionGroupEnum, {
    nullable: true,
    description: '職種など。最初に引き受けた人が答える / A group; the first who takes it on answers.',
  })
  toGroup?: keyof typeof MentionGroupEnum | null;

  @Field(() => DateTimeScalar, { description: '期限。1年以内 / By when, within a year.' })
  dueAt!: Date;
}
