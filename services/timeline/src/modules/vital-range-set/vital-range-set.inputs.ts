/** One patient's ranges as they are sent. */
import { Field, Float, InputType } from 'type-graphql';
import { type VitalKind, VitalKindEnum } from '../vitals/index.ts';

@InputType({ description: 'この人の範囲 / A range of this patient.' })
export class VitalRangeInput {
  @Field(() => VitalKindEnum, {
    description: '測るもの。水分と尿量は1日で見るので選べない / What is measured; not fluid and urine, which count by day.',
  })
  kind!: VitalKind;

  @Field(() => Float, { nullable: true, description: 'この値以下は低め / Low at this value and below.' })
  low?: number | null;

  @Field(() => Float, { nullable: true, description: 'この値以上は高め / High at this value and above.' })
  high?: number | null;

  @Field(() => Float, { nullable: true, description: 'この値より低いと知らせる / Alert below this value.' })
  criticalLow?: number | null;

  @Field(() => Float, { nullable: true, description: 'この値以上で知らせる / Alert at this value and above.' })
  criticalHigh?: number | null;
}
