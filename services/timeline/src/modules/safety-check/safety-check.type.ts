/** A roll call as the API shows it. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserError } from '../post/index.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: '災害時の安否確認 / A disaster roll call over many rooms.' })
export class SafetyCheck {
  @Field(() => ID, { description: '安否確認のID / Id of the check.' })
  id!: string;

  @Field(() => String, { description: '名前 / What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '対象の地域（ことば） / The area, in words.' })
  area!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '対象の市区町村。nullは地区全体 / Municipality it asks for; null: the whole district.',
  })
  municipality!: string | null;

  @Field(() => Boolean, { description: '訓練 / A practice run.' })
  practice!: boolean;

  @Field(() => DateTimeScalar, { description: '始めた時刻 / When it began.' })
  startedAt!: Date;

  @Field(() => String, { description: '始めた職員の名前 / Name of the officer who began it.' })
  startedByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '終えた時刻 / When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '終えた職員の名前 / Name of the officer who ended it.' })
  endedByName!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '災害時の安否に同意していないため対象にできない人の数（地区全体、職員だけ） / People of the district without consent for it: a number for officers, no names.',
  })
  notTicked!: number | null;

  @Field(() => Boolean, { description: '終えたり、市区町村に見せたりできる / Whether the viewer may end it and hand it out.' })
  viewerCanLead!: boolean;
}

@ObjectType({ description: '安否確認の操作の結果 / The outcome of starting or ending a check.' })
export class SafetyCheckPayload {
  @Field(() => SafetyCheck, { nullable: true, description: '安否確認 / The check.' })
  safetyCheck!: SafetyCheck | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
