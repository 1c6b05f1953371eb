import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';
import type { AuthenticationMethod } from './session.entity.ts';

const methodWords: Record<AuthenticationMethod, string> = {
  PASSWORD: 'パスワード / Password.',
  PASSKEY: 'パスキー / Passkey.',
  TOTP: '認証アプリの確認コード / Code of an authenticator app.',
  BACKUP_CODE: '予備コード / Backup code, in place of the app.',
  DEVICE_CERTIFICATE: '端末証明書 / Device certificate.',
};
export const AuthenticationMethodEnum = Object.fromEntries(Object.keys(methodWords).map((method) => [method, method]));
registerEnumType(AuthenticationMethodEnum, {
  name: 'AuthenticationMethod',
  description: '本人確認の方法 / How a person proved who they are.',
  valuesConfig: Object.fromEntries(Object.entries(methodWords).map(([method, description]) => [method, { description }])),
});

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('Session', { description: 'サインインしている1つの端末・画面 / One sign-in in one browser or program.' })
export class SessionType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  /** As the row calls it. */
  device?: string | null;
  deviceId?: string | null;

  @Field(() => [AuthenticationMethodEnum], { description: '使われた方法 / Methods used.' })
  methods!: AuthenticationMethod[];

  @Field(() => String, { nullable: true, description: '下位を伏せた接続元 / Masked network address.' })
  networkHint?: string | null;

  @Field(() => DateTimeScalar, { description: 'サインインした時 / When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '最後に使われた時 / When it was last used.' })
  lastActiveAt!: Date;
}

@Directive('@tag(name: "internal")')
@ObjectType('SessionRevokePayload', { description: 'サインインを止めた結果 / Result of ending a session.' })
export class SessionRevokePayload {
  @Field(() => ID, { nullable: true, description: '止めたサインイン / The session that was ended.' })
  sessionId!: string | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('SessionRevokeAllOthersPayload', { description: 'ほかのサインインをすべて止めた結果 / Result of ending all other sessions.' })
export class SessionRevokeAllOthersPayload {
  @Field(() => Int, { description: '止めた数 / How many were ended.' })
  revokedCount!: number;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('SessionRevokeAllPayload', { description: 'サインインをすべて止めた結果 / Result of ending all sessions.' })
export class SessionRevokeAllPayload {
  @Field(() => Int, { description: '止めた数 / How many were ended.' })
  revokedCount!: number;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
