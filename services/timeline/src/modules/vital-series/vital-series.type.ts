/** Values over time as the API shows them (R24). */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { timelineClass } from '../access/index.ts';
import { VitalRange } from '../vital-range/index.ts';
import { type VitalFlag, VitalFlagEnum, type VitalKind, VitalKindEnum } from '../vitals/index.ts';

@ObjectType({ description: '一つの点 / One point.' })
export class VitalPoint {
  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '測った時刻 / When it was measured.' })
  at!: Date;

  @Holds(timelineClass)
  @Field(() => Float, { description: '値 / The value.' })
  value!: number;

  @Holds(timelineClass)
  @Field(() => VitalFlagEnum, { description: '限度との関係 / How it stood to its limits.' })
  flag!: VitalFlag;

  @Field(() => ID, { description: '記録のID / Id of its record.' })
  recordId!: string;
}

@ObjectType({ description: '一つの項目の移り変わり / One kind over time.' })
export class VitalSeries {
  @Holds(timelineClass)
  @Field(() => VitalKindEnum, { description: '測ったもの / What was measured.' })
  kind!: VitalKind;

  @Holds(timelineClass)
  @Field(() => String, { description: 'UCUM / Unit as a UCUM code.' })
  unit!: string;

  @Field(() => [VitalPoint], { description: '点。古い順 / Points, oldest first.' })
  points!: VitalPoint[];

  @Field(() => VitalRange, { nullable: true, description: 'いまの範囲 / The range that holds now.' })
  range!: VitalRange | null;

  @Field(() => Boolean, { description: '間引いた / True when down-sampled to maxPoints.' })
  downsampled!: boolean;
}
