import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';
import { UserType } from '../user/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('Suspension', {
  description: 'IDを止めた記録。その人を管理する人にだけ見える / An ID that was stopped; for those who answer for the person.',
})
export class SuspensionType {
  userId!: string;
  startedById!: string;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '理由 / Reason.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '止めた時 / When it was stopped.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '戻した時。nullなら今も止まっている / When it was let in again; null: it still is stopped.',
  })
  endedAt!: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('UserSuspendPayload', { description: 'IDを止めた結果 / Result of stopping an ID.' })
export class UserSuspendPayload {
  @Field(() => UserType, { nullable: true, description: '止められた人 / The person.' })
  user!: UserType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('UserReinstatePayload', { description: 'IDを戻した結果 / Result of letting an ID in again.' })
export class UserReinstatePayload {
  @Field(() => UserType, { nullable: true, description: '戻された人 / The person.' })
  user!: UserType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
