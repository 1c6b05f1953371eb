/** What a weekly check is signed with. */
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { WeeklyCheckOutcome } from './weekly-check.entity.ts';

export const WeeklyCheckOutcomeEnum: { [K in WeeklyCheckOutcome]: K } = {
  ALL_GOOD: 'ALL_GOOD',
  REMINDED_MEMBERS: 'REMINDED_MEMBERS',
  REFERRED_TO_CENTER: 'REFERRED_TO_CENTER',
};
registerEnumType(WeeklyCheckOutcomeEnum, {
  name: 'WeeklyCheckOutcome',
  description: '今週の確認の結果 / Outcome of a weekly check.',
  valuesConfig: {
    ALL_GOOD: { description: '問題なし / All is well.' },
    REMINDED_MEMBERS: { description: '参加者に声をかけた / Members were reminded.' },
    REFERRED_TO_CENTER: { description: '支援センターに引き継いだ / Handed over to the centre.' },
  },
});

@InputType({ description: '今週の確認の署名 / Signature of a weekly check.' })
export class WeeklyCheckInput {
  @Field(() => WeeklyCheckOutcomeEnum, { description: '結果 / Outcome.' })
  outcome!: WeeklyCheckOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'ひとこと(500文字まで)。センターに引き継ぐときは必須 / Note, up to 500 characters; needed to hand over.',
  })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: '参加をお願いする招待中の参加者 / Invited members to remind.' })
  remindMembershipIds?: string[] | null;
}
