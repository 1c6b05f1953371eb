/** What the center records of a review. */
import { DateScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { DormancyChannel, DormancyDecision, DormancyParty } from './dormancy.entity.ts';

export const DormancyPartyEnum: { [K in DormancyParty]: K } = { APPLICANT: 'APPLICANT', PATIENT: 'PATIENT' };
registerEnumType(DormancyPartyEnum, {
  name: 'DormancyParty',
  description: 'だれに聞いたか / Who is asked.',
  valuesConfig: {
    APPLICANT: { description: '部屋を申し込んだ人 / Who applied for the room.' },
    PATIENT: { description: '利用者(患者)または代わりの人 / The patient, or whoever stands in for them.' },
  },
});

export const DormancyChannelEnum: { [K in DormancyChannel]: K } = { VISIT: 'VISIT', TELEPHONE: 'TELEPHONE', LETTER: 'LETTER', FAX: 'FAX' };
registerEnumType(DormancyChannelEnum, {
  name: 'DormancyChannel',
  description: '聞いた方法 / By which way somebody was asked.',
  valuesConfig: {
    VISIT: { description: '会って / In person.' },
    TELEPHONE: { description: '電話 / By telephone.' },
    LETTER: { description: '手紙 / By letter.' },
    FAX: { description: 'FAX / By fax.' },
  },
});

export const DormancyDecisionEnum: { [K in DormancyDecision]: K } = { KEEP: 'KEEP', CLOSE: 'CLOSE' };
registerEnumType(DormancyDecisionEnum, {
  name: 'DormancyDecision',
  description: '休眠の部屋をどうするか / What becomes of an unused room.',
  valuesConfig: {
    KEEP: { description: '続ける / It is kept.' },
    CLOSE: { description: '閉じる(様式4-3へ) / It is closed by form 4-3.' },
  },
});

@InputType({ description: '聞いたことと答え / That somebody was asked, and what they said.' })
export class DormancyAnswerInput {
  @Field(() => ID, { description: '記録のID(端末で作るUUIDv7) / Client-made UUIDv7; becomes the id of the entry.' })
  idempotencyKey!: string;

  @Field(() => DormancyPartyEnum, { description: 'だれに / Who was asked.' })
  party!: DormancyParty;

  @Field(() => DormancyChannelEnum, { description: '方法 / By which way.' })
  channel!: DormancyChannel;

  @Field(() => DateScalar, { description: '聞いた日。今日まで / The day of asking, today at the latest.' })
  askedOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '続けたいか。まだ答えがないときはnull / Whether to keep it; null while there is no answer.',
  })
  keep?: boolean | null;

  @Field(() => String, { nullable: true, description: 'メモ(1000文字まで) / Note, up to 1,000 characters.' })
  note?: string | null;
}
