/** Ranges as the API shows them (R24). */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { timelineClass, User } from '../access/index.ts';
import { type VitalKind, VitalKindEnum } from '../vitals/index.ts';

@ObjectType({ description: 'ふだんの範囲 / Where a value begins to stand out.' })
export class VitalRange {
  @Holds(timelineClass)
  @Field(() => VitalKindEnum, { description: '測るもの / What is measured.' })
  kind!: VitalKind;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: 'この値以下は低め / Low at this value and below.' })
  low!: number | null;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: 'この値以上は高め / High at this value and above.' })
  high!: number | null;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: 'この値より低いと知らせる / Alert below this value.' })
  criticalLow!: number | null;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: 'この値以上で知らせる / Alert at this value and above.' })
  criticalHigh!: number | null;

  @Field(() => Boolean, { description: '標準の範囲 / The usual range, not one of this patient.' })
  isDefault!: boolean;

  @Field(() => String, { nullable: true, description: '決めた人の当時の名前 / Name of who set it, at that time.' })
  setByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '決めた時刻 / When it was set.' })
  setAt!: Date | null;
}

@ObjectType({ description: '一度に決めた範囲 / Ranges as they were set at one moment.' })
export class VitalRangeVersion {
  @Field(() => Int, { description: '版 / Version.' })
  version!: number;

  @Field(() => String, { description: '決めた人の当時の名前 / Name of who set them, at that time.' })
  setByName!: string;

  @Field(() => DateTimeScalar, { description: '決めた時刻 / When they were set.' })
  setAt!: Date;

  @Field(() => User, { nullable: true, description: '決めた人 / Who set them.' })
  setBy!: User | null;
}
