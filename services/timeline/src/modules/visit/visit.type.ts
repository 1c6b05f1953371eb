/** A doctor's visit as the API shows it. */
import { Holds } from '@heya/service-common/holds';
import { Field, ObjectType } from 'type-graphql';
import { timelineClass } from '../access/index.ts';

@ObjectType({ description: '診療の記録。在宅医療情報連携加算の項目 / Facts of a visit.' })
export class Visit {
  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '次回の診療の予定日 YYYY-MM-DD / Day of the next visit.' })
  nextVisitOn!: string | null;

  @Holds(timelineClass)
  @Field(() => Boolean, { description: '治療方針に変更があるか / Whether the plan of treatment changed.' })
  planChanged!: boolean;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '変更の概要 / In what it changed.' })
  planChange!: string | null;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '医療・ケアの留意点 / What to mind in care.' })
  careAdvice!: string | null;

  @Holds(timelineClass)
  @Field(() => String, {
    nullable: true,
    description: '人生の最終段階や急変時の希望 / Wishes for the last stage of life and for emergencies.',
  })
  wishes!: string | null;
}
