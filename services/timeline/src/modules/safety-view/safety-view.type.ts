/** What the center hands out, and what a municipality sees. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../post/index.ts';
import { SafetyReport, SafetyTally } from '../safety-report/index.ts';

@ObjectType({ description: '市区町村に渡した閲覧 / A look handed to a municipality.' })
export class SafetyView {
  @Field(() => ID, { description: '閲覧のID / Id of the look.' })
  id!: string;

  @Field(() => String, { description: '渡した相手 / Whom it was handed to.' })
  forWhom!: string;

  @Field(() => DateTimeScalar, { description: '渡した時刻 / When it was handed out.' })
  createdAt!: Date;

  @Field(() => String, { description: '渡した職員の名前 / Name of the officer who handed it out.' })
  createdByName!: string;

  @Field(() => DateTimeScalar, { description: '見られる期限 / Until when it can be looked at.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '止めた時刻 / When it was taken back.' })
  revokedAt!: Date | null;
}

@ObjectType({ description: '市区町村に渡した結果 / The outcome of handing a look out.' })
export class SafetyViewPayload {
  @Field(() => SafetyView, { nullable: true, description: '閲覧 / The look.' })
  view!: SafetyView | null;

  @Field(() => String, { nullable: true, description: '合言葉。この答えにだけ入る / The code; said in this answer alone.' })
  code!: string | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

@ObjectType({
  description:
    '市区町村が見る安否。災害時に市区町村が使うことに同意した人だけ / What a municipality sees: only of those whose consent lets it use them in a disaster.',
})
export class MunicipalSafety {
  @Field(() => String, { description: '安否確認の名前 / What the check is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '対象の地域 / The area, in words.' })
  area!: string | null;

  @Field(() => Boolean, { description: '訓練 / A practice run.' })
  practice!: boolean;

  @Field(() => String, { description: '渡された相手 / Whom it was handed to.' })
  forWhom!: string;

  @Field(() => DateTimeScalar, { description: '始まった時刻 / When the check began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '見られる期限 / Until when it can be looked at.' })
  expiresAt!: Date;

  @Field(() => [SafetyTally], { description: '安否ごとの人数 / How many stand how.' })
  summary!: SafetyTally[];

  @Field(() => [SafetyReport], { description: '人ごとの安否 / The people.' })
  reports!: SafetyReport[];
}
