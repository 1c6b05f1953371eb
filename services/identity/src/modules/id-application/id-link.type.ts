import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('IdLink', {
  description:
    'ほかの地区の事業所からの、あなたのIDかどうかの確認 / A question from another district: is this ID yours, and do you work there as well?',
})
export class IdLinkType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '地区の名称(申請時) / District, as it was called.' })
  districtName!: string;

  @Field(() => String, { description: '事業所の名称(申請時) / Facility, as it was called.' })
  facilityName!: string;

  @Field(() => String, { nullable: true, description: '役職 / Title.' })
  title?: string | null;

  @Field(() => DateTimeScalar, { description: '確認を求められた時 / When it was asked.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '答えた時 / When it was answered.' })
  answeredAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: '自分だと答えたか / Whether they said yes.' })
  isAccepted?: boolean | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdLinkAnswerPayload', { description: '答えた結果 / Result of an answer.' })
export class IdLinkAnswerPayload {
  @Field(() => IdLinkType, { nullable: true, description: '確認 / The question.' })
  idLink!: IdLinkType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
