/** Measured values as they are sent. */
import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import type { BathKind, ComaScale } from './vitals.life.ts';
import { BathKindEnum, ComaScaleEnum, MealIntakeInput, MedicineIntakeInput, StoolInput } from './vitals.life.type.ts';
import { VitalContextEnum, VitalKindEnum } from './vitals.type.ts';

@InputType({ description: '一つの測定値 / One measured value.' })
export class MeasurementInput {
  @Field(() => VitalKindEnum, { description: '測ったもの / What was measured.' })
  kind!: keyof typeof VitalKindEnum;

  @Field(() => Float, { description: '値 / The value, in the unit of its kind.' })
  value!: number;

  @Field(() => VitalContextEnum, { nullable: true, description: '測ったときの様子 / The circumstances.' })
  context?: keyof typeof VitalContextEnum | null;
}

@InputType({ description: '一度に測った値 / Values measured at one moment.' })
export class VitalsInput {
  @Field(() => DateTimeScalar, { description: '測った時刻 / When they were measured.' })
  takenAt!: Date;

  @Field(() => [MeasurementInput], { description: '測定値 / The values.' })
  measurements!: MeasurementInput[];

  @Field(() => Float, { nullable: true, description: '酸素 L/分 0–15 / Oxygen given, litres per minute.' })
  oxygenLitersPerMinute?: number | null;

  @Field(() => ComaScaleEnum, { nullable: true, description: '意識（JCS） / Consciousness, Japan Coma Scale.' })
  consciousness?: ComaScale | null;

  @Field(() => [MealIntakeInput], { nullable: true, description: '食事 / Meals.' })
  meals?: MealIntakeInput[] | null;

  @Field(() => StoolInput, { nullable: true, description: '便 / Stool.' })
  stool?: StoolInput | null;

  @Field(() => [MedicineIntakeInput], { nullable: true, description: '薬 / Medicines.' })
  medicines?: MedicineIntakeInput[] | null;

  @Field(() => Float, { nullable: true, description: '睡眠 時間 0–24 / Hours of sleep, in steps of half an hour.' })
  sleepHours?: number | null;

  @Field(() => BathKindEnum, { nullable: true, description: '清潔 / How the person was washed.' })
  bath?: BathKind | null;

  @Field(() => Boolean, { nullable: true, description: '転倒・転落があった / Whether there was a fall.' })
  fall?: boolean | null;

  @Field(() => String, { nullable: true, description: 'ひとこと（500文字まで） / A note, at most 500 characters.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'めずらしい値だが正しい / The unusual value is right.' })
  confirmImplausible?: boolean | null;
}

@ArgsType()
export class VitalsArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'この時刻から / From this moment.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時刻の前まで / Before this moment.' })
  to?: Date | null;

  @Field(() => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置の後 / After this cursor.' })
  after?: string | null;
}
