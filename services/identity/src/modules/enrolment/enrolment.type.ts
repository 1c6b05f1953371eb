import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('EnrolmentReissuePayload', { description: '登録コードを出し直した結果 / Result of making out another enrolment code.' })
export class EnrolmentReissuePayload {
  @Field(() => String, {
    nullable: true,
    description:
      '登録コード。一度だけ返る。ログインIDとは別に届ける / The code, returned once; it is delivered apart from the account name.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'ログインID / Account name.' })
  accountName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '登録コードの期限 / Until when the code counts.' })
  expiresAt!: Date | null;

  @Field(() => Boolean, { description: '同じ要求の再送だった / The same request came again.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
