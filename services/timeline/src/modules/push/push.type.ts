/** Devices that are told, as the API takes them. */
import { UrlScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type PushOutcome, Viewer } from '../access/index.ts';
import { UserError } from '../post/index.ts';

@InputType({ description: '知らせる端末。ブラウザのPushSubscriptionから / A device to be told, of the browser’s PushSubscription.' })
export class PushSubscriptionInput {
  @Field(() => UrlScalar, { description: '届け先 / Where the push service takes it.' })
  endpoint!: URL;

  @Field(() => String, { description: '端末の公開鍵（base64url） / Public key of the device, base64url.' })
  p256dh!: string;

  @Field(() => String, { description: '端末の合言葉（base64url） / Secret shared with the device, base64url.' })
  auth!: string;

  @Field(() => ID, { nullable: true, description: '登録した端末 / The registered device.' })
  deviceId?: string | null;
}

@ObjectType({ description: '端末の設定の結果 / The outcome of choosing a device.' })
export class PushSubscriptionPayload {
  @Field(() => Viewer, { nullable: true, description: '自分 / Oneself.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

export type PushTestResult = PushOutcome | 'NOT_SET_UP';
export const PushTestResultEnum: { [K in PushTestResult]: K } = {
  SENT: 'SENT',
  REFUSED: 'REFUSED',
  GONE: 'GONE',
  LATER: 'LATER',
  NOT_SET_UP: 'NOT_SET_UP',
};
registerEnumType(PushTestResultEnum, {
  name: 'PushTestResult',
  description: '試しに送った結果 / What became of a trial.',
  valuesConfig: {
    SENT: { description: '通知サービスが受け取った / The push service has taken it.' },
    REFUSED: { description: '通知サービスが断った / The push service refused it.' },
    GONE: { description: 'この端末にはもう届かない / The push service knows this device no more.' },
    LATER: { description: '通知サービスにつながらない / The push service cannot be reached now.' },
    NOT_SET_UP: { description: 'この端末に知らせる設定がない / This device is not chosen, or nothing is set up.' },
  },
});

@ObjectType({ description: '試しに送った結果 / The outcome of a trial.' })
export class PushTestPayload {
  @Field(() => PushTestResultEnum, { description: '結果 / What became of it.' })
  result!: PushTestResult;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
