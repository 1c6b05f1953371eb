/** What a member is handed over with. */
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { SupportTopic } from './support-referral.entity.ts';

export const SupportTopicEnum: { [K in SupportTopic]: K } = {
  SIGN_IN: 'SIGN_IN',
  POSTING: 'POSTING',
  PHOTOS: 'PHOTOS',
  NOTIFICATIONS: 'NOTIFICATIONS',
  DEVICE: 'DEVICE',
  OTHER: 'OTHER',
};
registerEnumType(SupportTopicEnum, {
  name: 'SupportTopic',
  description: '困っていること / What a member struggles with.',
  valuesConfig: {
    SIGN_IN: { description: 'サインイン / Signing in.' },
    POSTING: { description: '書き込み / Posting.' },
    PHOTOS: { description: '写真 / Photos.' },
    NOTIFICATIONS: { description: 'お知らせ / Notifications.' },
    DEVICE: { description: '端末 / Device.' },
    OTHER: { description: 'その他。内容に書く / Something else, said in the note.' },
  },
});

@InputType({ description: '困っている参加者の引き継ぎ / Handing a member over to the centre.' })
export class SupportReferralInput {
  @Field(() => ID, { description: 'アプリが作るID。同じものは1件 / Id made by the client; the same is one referral.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / Room.' })
  roomId!: string;

  @Field(() => ID, { description: '困っている参加者 / The member who struggles.' })
  membershipId!: string;

  @Field(() => SupportTopicEnum, { description: '困っていること / Topic.' })
  topic!: SupportTopic;

  @Field(() => String, {
    nullable: true,
    description: '内容(500文字まで)。「その他」では必須 / Note, up to 500 characters; needed for OTHER.',
  })
  note?: string | null;
}
