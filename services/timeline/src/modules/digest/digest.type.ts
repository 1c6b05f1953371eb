/** What changed since one's last visit, over GraphQL. */
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { timelineClass } from '../access/index.ts';

@ObjectType({ description: '計算だけで作る要約。1画面・1枚に収まる / Computed, never generated text; one screen, one A4.' })
export class VisitDigest {
  @Field(() => DateTimeScalar, { description: '前回ここを読んだ時刻 / When the caller last read here before this visit.' })
  since!: Date;

  @Holds(timelineClass)
  @Field(() => Int, { description: 'ほかの人が書いた数（500まで） / Posts by others, at most 500.' })
  postCount!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '飲み忘れと飲まなかった薬の回数 / Doses forgotten or refused.' })
  missedMedicines!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '半分以下だった食事の数（間食を除く） / Meals of which half or less was eaten, snacks aside.' })
  lowMeals!: number;
}
