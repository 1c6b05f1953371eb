/** Measured values as the API shows them. */
import { Directive, Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Patient, timelineClass, User } from '../access/index.ts';
import type { VitalAlert } from './vitals.alerts.policy.ts';
import { VitalAlertEnum } from './vitals.life.type.ts';

export const VitalKindEnum = {
  BODY_TEMPERATURE: 'BODY_TEMPERATURE',
  SYSTOLIC: 'SYSTOLIC',
  DIASTOLIC: 'DIASTOLIC',
  PULSE: 'PULSE',
  SPO2: 'SPO2',
  RESPIRATION: 'RESPIRATION',
  BLOOD_GLUCOSE: 'BLOOD_GLUCOSE',
  WEIGHT: 'WEIGHT',
  PAIN: 'PAIN',
  FLUID_INTAKE: 'FLUID_INTAKE',
  URINE_VOLUME: 'URINE_VOLUME',
} as const;
registerEnumType(VitalKindEnum, {
  name: 'VitalKind',
  description: '測ったもの / What was measured.',
  valuesConfig: {
    BODY_TEMPERATURE: { description: '体温 ℃ / Body temperature, Cel.' },
    SYSTOLIC: { description: '収縮期血圧 mmHg / Systolic blood pressure.' },
    DIASTOLIC: { description: '拡張期血圧 mmHg / Diastolic blood pressure.' },
    PULSE: { description: '脈拍 回/分 / Pulse per minute.' },
    SPO2: { description: '経皮的酸素飽和度 % / Oxygen saturation by pulse oximetry.' },
    RESPIRATION: { description: '呼吸数 回/分 / Respirations per minute.' },
    BLOOD_GLUCOSE: { description: '血糖 mg/dL / Blood glucose.' },
    WEIGHT: { description: '体重 kg / Body weight.' },
    PAIN: { description: '痛み NRS 0–10 / Pain, numeric rating scale.' },
    FLUID_INTAKE: { description: '飲んだ水分 mL / Fluid drunk.' },
    URINE_VOLUME: { description: '尿量 mL / Urine.' },
  },
});

export const VitalFlagEnum = {
  NORMAL: 'NORMAL',
  LOW: 'LOW',
  HIGH: 'HIGH',
  CRITICAL_LOW: 'CRITICAL_LOW',
  CRITICAL_HIGH: 'CRITICAL_HIGH',
} as const;
registerEnumType(VitalFlagEnum, {
  name: 'VitalFlag',
  description: '限度との関係 / How a value stands to its limits.',
  valuesConfig: {
    NORMAL: { description: 'ふつう / Within limits.' },
    LOW: { description: '低め / Low, worth a note.' },
    HIGH: { description: '高め / High, worth a note.' },
    CRITICAL_LOW: { description: '注意の限度より低い / Below the alert limit.' },
    CRITICAL_HIGH: { description: '注意の限度以上 / At or above the alert limit.' },
  },
});

export const VitalContextEnum = {
  AT_REST: 'AT_REST',
  AFTER_EXERCISE: 'AFTER_EXERCISE',
  BEFORE_MEAL: 'BEFORE_MEAL',
  AFTER_MEAL: 'AFTER_MEAL',
  ON_OXYGEN: 'ON_OXYGEN',
  ROOM_AIR: 'ROOM_AIR',
} as const;
registerEnumType(VitalContextEnum, {
  name: 'VitalContext',
  description: '測ったときの様子 / The circumstances of a measurement.',
  valuesConfig: {
    AT_REST: { description: '安静時 / At rest.' },
    AFTER_EXERCISE: { description: '動いたあと / After exercise.' },
    BEFORE_MEAL: { description: '食前 / Before a meal.' },
    AFTER_MEAL: { description: '食後 / After a meal.' },
    ON_OXYGEN: { description: '酸素吸入中 / On oxygen.' },
    ROOM_AIR: { description: '酸素なし / On room air.' },
  },
});

export const VitalSourceEnum = { MANUAL: 'MANUAL', DEVICE: 'DEVICE', API: 'API' } as const;
registerEnumType(VitalSourceEnum, {
  name: 'VitalSource',
  description: '値の入り方 / How the values came in.',
  valuesConfig: {
    MANUAL: { description: '手で入れた / Typed by a person.' },
    DEVICE: { description: '測る機器から / From a measuring device.' },
    API: { description: '連携システムから / From a partner system.' },
  },
});

@ObjectType({ description: '一つの測定値 / One measured value.' })
export class VitalMeasurement {
  @Holds(timelineClass)
  @Field(() => VitalKindEnum, { description: '測ったもの / What was measured.' })
  kind!: keyof typeof VitalKindEnum;

  @Holds(timelineClass)
  @Field(() => Float, { description: '値 / The value.' })
  value!: number;

  @Holds(timelineClass)
  @Field(() => String, { description: 'UCUM 例 Cel, mm[Hg], /min, % / Unit as a UCUM code.' })
  unit!: string;

  @Holds(timelineClass)
  @Field(() => String, { description: 'LOINCコード / LOINC code.' })
  loincCode!: string;

  @Holds(timelineClass)
  @Field(() => VitalFlagEnum, { description: '限度との関係 / How it stands to its limits.' })
  flag!: keyof typeof VitalFlagEnum;

  @Holds(timelineClass)
  @Field(() => VitalContextEnum, { nullable: true, description: '測ったときの様子 / The circumstances.' })
  context!: keyof typeof VitalContextEnum | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '測った時刻 / When it was measured.' })
  takenAt!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '一度に測った値の記録 / Values measured at one moment.' })
export class VitalsRecord {
  @Field(() => ID, { description: '記録のID / Id of the record.' })
  id!: string;

  @Field(() => Patient, { nullable: true, description: '測られた人 / The person measured.' })
  patient!: Patient | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '測った時刻 / When it was measured.' })
  takenAt!: Date;

  @Field(() => User, { nullable: true, description: '測った人 / Who measured.' })
  takenBy!: User | null;

  @Field(() => String, { description: '測った人の当時の名前 / Their name at the time.' })
  takenByName!: string;

  @Holds(timelineClass)
  @Field(() => [VitalMeasurement], { description: '測定値 / The values.' })
  measurements!: VitalMeasurement[];

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: '酸素 L/分 / Oxygen given, litres per minute.' })
  oxygenLitersPerMinute!: number | null;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: 'ひとこと / A note.' })
  note!: string | null;

  @Holds(timelineClass)
  @Field(() => [VitalAlertEnum], { description: '何日かで見て注意のいること / What stands out over days.' })
  alerts!: VitalAlert[];

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '訂正の理由 / Why it was corrected, in the correction.' })
  correctionReason!: string | null;

  @Field(() => Boolean, { description: '訂正も取り消しもされていない / Neither corrected nor retracted.' })
  isCurrent!: boolean;

  @Field(() => VitalSourceEnum, { description: '値の入り方 / How the values came in.' })
  source!: keyof typeof VitalSourceEnum;

  @Holds(timelineClass)
  @Field(() => VitalFlagEnum, { description: 'いちばん注意のいる値 / The most serious of the flags.' })
  worstFlag!: keyof typeof VitalFlagEnum;
}

@ObjectType({ description: '一覧の一件 / One item of the list.' })
export class VitalsEdge {
  @Field(() => String, { description: '位置 / Its cursor.' })
  cursor!: string;

  @Field(() => VitalsRecord, { description: '記録 / The record.' })
  node!: VitalsRecord;
}

@ObjectType({ description: '記録値の一覧 / A list of records.' })
export class VitalsConnection {
  @Field(() => [VitalsEdge], { description: '位置つきの記録 / Records with cursors.' })
  edges!: VitalsEdge[];

  @Field(() => [VitalsRecord], { description: '記録 / The records.' })
  nodes!: VitalsRecord[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;
}
