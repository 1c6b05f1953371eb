/** Somebody named in a text, as it is sent. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MentionGroupEnum } from './mention.type.ts';

@InputType({ description: '@個人 または @職種・@全員 / A person, a profession group or all.' })
export class MentionInput {
  @Field(() => ID, { nullable: true, description: '人。その部屋でこの投稿を見られる人だけ / A member who may see the post.' })
  userId?: string | null;

  @Field(() => MentionGroupEnum, { nullable: true, description: '職種など / A group.' })
  group?: keyof typeof MentionGroupEnum | null;

  @Field(() => Int, { description: '本文中の始まり(コードポイント) / Code-point offset in the body.' })
  start!: number;

  @Field(() => Int, { description: '本文中の終わり(コードポイント) / Code-point offset behind it.' })
  end!: number;
}
