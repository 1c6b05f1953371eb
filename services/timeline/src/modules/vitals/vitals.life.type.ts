/** Daily life as the API shows it and takes it (R24). */
import { Holds } from '@heya/service-common/holds';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { timelineClass } from '../access/index.ts';
import type { VitalAlert } from './vitals.alerts.policy.ts';
import type { BathKind, ComaScale, MealSlot, MedicineOutcome, MedicineSlot } from './vitals.life.ts';

/** type-graphql takes an object whose names are its values. */
const names = <Name extends string>(words: Record<Name, { description: string }>): Record<Name, Name> =>
  Object.fromEntries(Object.keys(words).map((name) => [name, name])) as Record<Name, Name>;

const coma: Record<ComaScale, { description: string }> = {
  JCS_0: { description: '意識清明 / Alert.' },
  JCS_1: { description: 'だいたい清明だが、今ひとつはっきりしない / Almost alert.' },
  JCS_2: { description: '見当識障害がある / Disoriented.' },
  JCS_3: { description: '自分の名前・生年月日が言えない / Cannot say own name or birth date.' },
  JCS_10: { description: '普通の呼びかけで目を開ける / Opens eyes when spoken to.' },
  JCS_20: { description: '大きな声か体をゆさぶると目を開ける / Opens eyes to loud voice or shaking.' },
  JCS_30: { description: '痛み刺激と呼びかけで、かろうじて目を開ける / Barely opens eyes to pain and voice.' },
  JCS_100: { description: '痛みをはらいのける / Brushes pain away.' },
  JCS_200: { description: '痛みで少し手足を動かす、顔をしかめる / Moves or grimaces to pain.' },
  JCS_300: { description: '痛みに反応しない / No response to pain.' },
};
export const ComaScaleEnum = names(coma);
registerEnumType(ComaScaleEnum, { name: 'JapanComaScale', description: '意識（JCS） / Japan Coma Scale.', valuesConfig: coma });

const meals: Record<MealSlot, { description: string }> = {
  BREAKFAST: { description: '朝食 / Breakfast.' },
  LUNCH: { description: '昼食 / Lunch.' },
  DINNER: { description: '夕食 / Dinner.' },
  SNACK: { description: '間食 / Between meals.' },
};
export const MealSlotEnum = names(meals);
registerEnumType(MealSlotEnum, { name: 'MealSlot', description: 'どの食事か / Which meal.', valuesConfig: meals });

const medicineTimes: Record<MedicineSlot, { description: string }> = {
  ON_RISING: { description: '起床時 / On rising.' },
  MORNING: { description: '朝 / Morning.' },
  NOON: { description: '昼 / Noon.' },
  EVENING: { description: '夕 / Evening.' },
  BEDTIME: { description: '眠前 / Bedtime.' },
  AS_NEEDED: { description: '頓用 / As needed.' },
};
export const MedicineSlotEnum = names(medicineTimes);
registerEnumType(MedicineSlotEnum, { name: 'MedicineSlot', description: 'いつの薬か / Which dose.', valuesConfig: medicineTimes });

const outcomes: Record<MedicineOutcome, { description: string }> = {
  TAKEN: { description: '飲んだ / Taken.' },
  PARTLY: { description: '一部だけ / Partly.' },
  REFUSED: { description: '飲みたがらない / Refused.' },
  MISSED: { description: '飲み忘れ / Missed.' },
  HELD: { description: '指示で休み / Held by order.' },
};
export const MedicineOutcomeEnum = names(outcomes);
registerEnumType(MedicineOutcomeEnum, { name: 'MedicineOutcome', description: '飲めたか / Whether it was taken.', valuesConfig: outcomes });

const baths: Record<BathKind, { description: string }> = {
  BATH: { description: '入浴 / Bath.' },
  SHOWER: { description: 'シャワー / Shower.' },
  WIPE: { description: '清拭 / Bed bath.' },
  CANCELLED: { description: '見合わせ / Called off.' },
};
export const BathKindEnum = names(baths);
registerEnumType(BathKindEnum, { name: 'BathKind', description: '清潔 / How the person was washed.', valuesConfig: baths });

const alerts: Record<VitalAlert, { description: string }> = {
  WEIGHT_CHANGE_IN_WEEK: { description: '7日で体重が2kg以上変わった / Weight changed by 2 kg or more within 7 days.' },
  WEIGHT_LOSS_IN_MONTH: { description: '1か月で体重が5%以上減った / Weight fell by 5 % or more within a month.' },
  LOW_MEALS: { description: '3食続けて半分以下 / Half or less of three meals running.' },
  LOW_FLUID: { description: '1日の水分が800mL未満 / Less than 800 mL drunk in a day.' },
  LOW_URINE: { description: '1日の尿量が400mL未満 / Less than 400 mL of urine in a day.' },
  NO_STOOL: { description: '3日便がない / No stool for three days.' },
  BLOOD_IN_STOOL: { description: '便に血が混じる / Blood in the stool.' },
  MISSED_MEDICINES: { description: '24時間に2回、薬を飲んでいない / Two doses not taken within 24 hours.' },
  WORSE_CONSCIOUSNESS: { description: '前より意識が悪い / Less awake than before.' },
  FALL: { description: '転倒・転落 / A fall.' },
};
export const VitalAlertEnum = names(alerts);
registerEnumType(VitalAlertEnum, {
  name: 'VitalAlert',
  description: '何日かで見て注意のいること / What stands out over days.',
  valuesConfig: alerts,
});

@ObjectType({ description: '割で数える(0–10) / Tenths eaten, main and side dish.' })
export class MealIntake {
  @Holds(timelineClass)
  @Field(() => MealSlotEnum, { description: 'どの食事か / Which meal.' })
  slot!: MealSlot;

  @Holds(timelineClass)
  @Field(() => Int, { description: '主食 割 / Main dish, tenths.' })
  main!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '副食 割 / Side dish, tenths.' })
  side!: number;
}

@ObjectType({ description: 'ブリストル便形状1–7 / Bristol stool form.' })
export class Stool {
  @Holds(timelineClass)
  @Field(() => Int, { description: '便の形 1–7 / Form.' })
  bristol!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '回数。0は「出ていない」 / How often; 0: none.' })
  count!: number;

  @Holds(timelineClass)
  @Field(() => Boolean, { description: '血が混じる / With blood.' })
  blood!: boolean;
}

@ObjectType({ description: '薬を飲めたか / Whether a dose was taken.' })
export class MedicineIntake {
  @Holds(timelineClass)
  @Field(() => MedicineSlotEnum, { description: 'いつの薬か / Which dose.' })
  slot!: MedicineSlot;

  @Holds(timelineClass)
  @Field(() => MedicineOutcomeEnum, { description: '飲めたか / Whether it was taken.' })
  outcome!: MedicineOutcome;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: 'ひとこと / A note.' })
  note!: string | null;
}

@InputType({ description: '食べた量 割で(0–10) / Tenths eaten.' })
export class MealIntakeInput {
  @Field(() => MealSlotEnum, { description: 'どの食事か / Which meal.' })
  slot!: MealSlot;

  @Field(() => Int, { description: '主食 割 / Main dish, tenths.' })
  main!: number;

  @Field(() => Int, { description: '副食 割 / Side dish, tenths.' })
  side!: number;
}

@InputType({ description: '便 / Stool.' })
export class StoolInput {
  @Field(() => Int, { description: '便の形 ブリストル1–7 / Bristol form.' })
  bristol!: number;

  @Field(() => Int, { description: '回数 0–30。0は「出ていない」 / How often; 0: none.' })
  count!: number;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '血が混じる / With blood.' })
  blood?: boolean | null;
}

@InputType({ description: '薬を飲めたか / Whether a dose was taken.' })
export class MedicineIntakeInput {
  @Field(() => MedicineSlotEnum, { description: 'いつの薬か / Which dose.' })
  slot!: MedicineSlot;

  @Field(() => MedicineOutcomeEnum, { description: '飲めたか / Whether it was taken.' })
  outcome!: MedicineOutcome;

  @Field(() => String, { nullable: true, description: 'ひとこと（200文字まで） / A note, at most 200 characters.' })
  note?: string | null;
}
