import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { Directive, Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';
import { UserType } from '../user/index.ts';

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
