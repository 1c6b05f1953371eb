/** How one wants to be told, as the API shows and takes it. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Viewer } from '../access/index.ts';
import { UserError } from '../post/index.ts';
import type { NotificationKind } from './notification.policy.ts';
import { NotificationKindEnum } from './notification.type.ts';

const kind = { description: '種類 / Kind.' };
const push = { description: '端末に通知する / By push.' };
const email = { description: 'メールで送る / By mail.' };
const inApp = { description: 'お知らせの一覧に出す / In the feed.' };
const from = { nullable: true, description: '静かにする時間の始まり HH:mm（日本時間） / Quiet from, HH:mm in Japan.' };
const to = { nullable: true, description: '静かにする時間の終わり HH:mm（日本時間） / Quiet to, HH:mm in Japan.' };
const digest = {
  nullable: true,
  description:
    '毎日のまとめをメールで送る時刻 HH:mm（日本時間）。nullは送らない / When each day’s summary is mailed, HH:mm in Japan; null: never.',
};

@ObjectType({ description: '種類ごとの知らせ方 / Where one is told of a kind.' })
export class ChannelPreference {
  @Field(() => NotificationKindEnum, kind)
  kind!: NotificationKind;

  @Field(() => Boolean, push)
  push!: boolean;

  @Field(() => Boolean, email)
  email!: boolean;

  @Field(() => Boolean, inApp)
  inApp!: boolean;
}

@ObjectType({ description: 'お知らせの設定 / How one wants to be told.' })
export class NotificationPreferences {
  @Field(() => String, from)
  quietHoursFrom!: string | null;

  @Field(() => String, to)
  quietHoursTo!: string | null;

  @Field(() => String, digest)
  digestAt!: string | null;

  @Field(() => [ChannelPreference], { description: 'すべての種類 / Every kind.' })
  channels!: ChannelPreference[];

  @Field(() => [ID], { description: 'お知らせを止めた部屋 / Rooms one is not told of, but for what is urgent.' })
  mutedRoomIds!: string[];
}

@InputType({ description: '種類ごとの知らせ方 / Where one is told of a kind.' })
export class ChannelPreferenceInput {
  @Field(() => NotificationKindEnum, kind)
  kind!: NotificationKind;

  @Field(() => Boolean, push)
  push!: boolean;

  @Field(() => Boolean, email)
  email!: boolean;

  @Field(() => Boolean, inApp)
  inApp!: boolean;
}

@InputType({ description: 'お知らせの設定。書かないものは変えない / How one wants to be told; what is left out stays.' })
export class NotificationPreferencesInput {
  @Field(() => String, from)
  quietHoursFrom?: string | null;

  @Field(() => String, to)
  quietHoursTo?: string | null;

  @Field(() => String, digest)
  digestAt?: string | null;

  @Field(() => [ChannelPreferenceInput], { nullable: true, description: '変える種類だけ / Kinds that change.' })
  channels?: ChannelPreferenceInput[] | null;

  @Field(() => [ID], { nullable: true, description: '止める部屋のすべて / All rooms that are muted from now on.' })
  mutedRoomIds?: string[] | null;
}

@ObjectType({ description: '設定の結果 / The outcome of a change of preferences.' })
export class NotificationPreferencesPayload {
  @Field(() => Viewer, { nullable: true, description: '自分 / Oneself.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
