/** SupportReferral as the API shows it. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { UserType } from '../foreign/index.ts';
import { UserErrorType } from '../platform/index.ts';
import type { SupportTopic } from './support-referral.entity.ts';
import { SupportTopicEnum } from './support-referral.inputs.ts';

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('SupportReferral', {
  description: '使い方に困っている参加者をセンターへつなぐ / Steward refers a member to the centre for help.',
})
export class SupportReferralType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => UserType, { nullable: true, description: '困っている人 / Who struggles.' })
  memberUser!: UserType | null;

  @Field(() => String, { description: '困っている人の氏名(そのとき) / Name of who struggles, at the time.' })
  memberName!: string;

  @Field(() => UserType, { nullable: true, description: 'つないだ世話役 / The steward who referred.' })
  referredBy!: UserType | null;

  @Field(() => String, { description: 'つないだ世話役の氏名(そのとき) / Name of the steward, at the time.' })
  referredByName!: string;

  @Field(() => SupportTopicEnum, { description: '困っていること / Topic.' })
  topic!: SupportTopic;

  @Field(() => String, { nullable: true, description: '内容 / Note.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'つないだ時 / When it was referred.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'センターの手助けが済んだ時 / When the centre had helped.' })
  resolvedAt!: Date | null;

  /** Not in the schema: what other fields are found by. */
  roomId!: string;
  membershipId!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('SupportReferralCreatePayload', { description: '引き継ぎの結果 / Result of a referral.' })
export class SupportReferralCreatePayload {
  @Field(() => SupportReferralType, { nullable: true, description: '引き継ぎ / The referral.' })
  supportReferral!: SupportReferralType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
