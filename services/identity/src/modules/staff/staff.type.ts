import 'reflect-metadata';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DeviceType } from '../device/index.ts';
import { describedEnum } from '../form/index.ts';
import { SuspensionType } from '../suspension/index.ts';

export type SecondFactor = 'PASSKEY' | 'APP' | 'NONE';
const SecondFactorEnum = describedEnum<SecondFactor>('SecondFactor', '2つ目の本人確認 / Second factor.', {
  PASSKEY: 'パスキー / A passkey.',
  APP: '認証アプリ / An authenticator app.',
  NONE: 'まだない / None yet.',
});

@Directive('@tag(name: "internal")')
@ObjectType('UserAccount', {
  description: 'IDの使われ方。本人と、その人を管理する人にだけ見える / How an ID is used; for the person and those who answer for them.',
})
export class UserAccountType {
  @Field(() => DateTimeScalar, { nullable: true, description: '最後にサインインした時 / When the person last signed in.' })
  lastSignInAt!: Date | null;

  @Field(() => SecondFactorEnum, { description: '2つ目の本人確認 / Second factor.' })
  secondFactor!: SecondFactor;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '登録コードの期限。コードを待つIDだけ / Until when the enrolment code counts; only of an ID that waits for it.',
  })
  codeExpiresAt!: Date | null;

  @Field(() => [DeviceType], {
    description: '登録した端末。止めたものは含まない / Devices the person registered, without those that were stopped.',
  })
  devices!: DeviceType[];

  @Field(() => SuspensionType, { nullable: true, description: '止めているとき、その記録 / Why it is stopped, while it is.' })
  suspension!: SuspensionType | null;
}
