/** A doctor's visit as it is sent. */
import { Field, InputType } from 'type-graphql';

@InputType({ description: '診療の記録。在宅医療情報連携加算の項目 / Facts of a visit.' })
export class VisitInput {
  @Field(() => String, { nullable: true, description: '次回の診療の予定日 YYYY-MM-DD / Day of the next visit.' })
  nextVisitOn?: string | null;

  @Field(() => Boolean, { description: '治療方針に変更があるか / Whether the plan of treatment changed.' })
  planChanged!: boolean;

  @Field(() => String, { nullable: true, description: '変更の概要（1000文字まで） / In what it changed, at most 1,000 characters.' })
  planChange?: string | null;

  @Field(() => String, { nullable: true, description: '医療・ケアの留意点（1000文字まで） / What to mind in care.' })
  careAdvice?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '人生の最終段階や急変時の希望（1000文字まで） / Wishes for the last stage of life and for emergencies.',
  })
  wishes?: string | null;
}
