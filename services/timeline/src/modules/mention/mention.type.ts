/** Somebody named in a text, as the API shows it. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { User } from '../access/index.ts';
import type { MentionGroup } from './mention.policy.ts';

export const MentionGroupEnum: { [K in MentionGroup]: K } = {
  ALL: 'ALL',
  PHYSICIANS: 'PHYSICIANS',
  NURSES: 'NURSES',
  PHARMACISTS: 'PHARMACISTS',
  CARE_MANAGERS: 'CARE_MANAGERS',
  HELPERS: 'HELPERS',
  STEWARD: 'STEWARD',
};
registerEnumType(MentionGroupEnum, {
  name: 'MentionGroup',
  description: '名ざしの相手の集まり / A group that can be addressed.',
  valuesConfig: {
    ALL: { description: '全員 / Everybody of the audience.' },
    PHYSICIANS: { description: '医師・歯科医師 / Physicians and dentists.' },
    NURSES: { description: '看護師・保健師 / Nurses.' },
    PHARMACISTS: { description: '薬剤師 / Pharmacists.' },
    CARE_MANAGERS: { description: 'ケアマネジャー / Care managers.' },
    HELPERS: { description: 'ヘルパー・介護福祉士 / Helpers and care workers.' },
    STEWARD: { description: '世話役 / The steward.' },
  },
});

@ObjectType({ description: '@個人 または @職種・@全員 / A person, a profession group or all.' })
export class Mention {
  @Field(() => User, { nullable: true, description: '人 / The person.' })
  user!: User | null;

  @Field(() => MentionGroupEnum, { nullable: true, description: '職種など / The group.' })
  group!: MentionGroup | null;

  @Field(() => Int, { description: '本文中の始まり(コードポイント) / Code-point offset in the body.' })
  start!: number;

  @Field(() => Int, { description: '本文中の終わり(コードポイント) / Code-point offset behind it.' })
  end!: number;
}
