/** Devices that are told, as the API takes them. */
import { UrlScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Viewer } from '../access/index.ts';
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
