import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { SettingKey, SettingRule } from './district-setting.keys.ts';

const keyWords: Record<SettingKey, [name: string, description: string]> = {
  idProfessions: ['ID_PROFESSIONS', 'IDを申し込める職種 / Professions for which an ID may be applied for.'],
  applicantProfessions: ['APPLICANT_PROFESSIONS', '部屋を申し込める職種 / Professions that may apply for a room.'],
  applicationDueDays: ['APPLICATION_DUE_DAYS', '申込に答える目安の日数 / Days in which the center answers.'],
  enrolmentCodeDays: ['ENROLMENT_CODE_DAYS', '登録コードの有効な日数 / Days for which an enrolment code holds.'],
  personalDevicesAllowed: ['PERSONAL_DEVICES_ALLOWED', '個人の端末を期限つきで認める / Personal devices may be allowed for a time.'],
  personalDeviceDays: ['PERSONAL_DEVICE_DAYS', '個人の端末を認める最長の日数 / The longest time for a personal device, in days.'],
  rosterDueOn: [
    'ROSTER_DUE_ON',
    '事業所が名簿を確かめる最初の期限。次の年からも同じ日 / First day by which facilities confirm their roster; then that day of every year.',
  ],
  signInWatchDays: [
    'SIGN_IN_WATCH_DAYS',
    'いつ・どのネットワークでIDが使われたかを残す日数 / Days for which uses of IDs are kept, to notice shared ones.',
  ],
  roomClosingDays: ['ROOM_CLOSING_DAYS', '部屋を終了するまでに写しを取れる日数 / Days for copies before a room is closed.'],
  chartRetentionYears: ['CHART_RETENTION_YEARS', '診療の記録を保存する年数 / Years for which medical records are held.'],
  careRetentionYears: ['CARE_RETENTION_YEARS', '介護の記録を保存する年数 / Years for which records of care services are held.'],
  deviceRequiredFrom: ['DEVICE_REQUIRED_FROM', '登録した端末だけで使う最初の日 / First day on which registered devices only are used.'],
};

export const DistrictSettingKeyEnum = Object.fromEntries(Object.entries(keyWords).map(([key, [name]]) => [name, key]));
registerEnumType(DistrictSettingKeyEnum, {
  name: 'DistrictSettingKey',
  description: '地区が決められること / What a district may set.',
  valuesConfig: Object.fromEntries(Object.values(keyWords).map(([name, description]) => [name, { description }])),
});

const SettingKindEnum = describedEnum<SettingRule['kind']>('DistrictSettingKind', '値の種類 / Kind of value.', {
  NUMBER: '数 / A whole number.',
  FLAG: 'はい・いいえ / Yes or no.',
  DAY: '日 / A calendar day, or none.',
  CHOICES: '選んだもの / What was chosen of the options.',
});

@Directive('@key(fields: "id")')
@ObjectType('District', { description: '地区（医師会の範囲） / A district, the area of one support center.' })
export class DistrictType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '名称 / Name.' })
  name!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('DistrictSettingValue', { description: '値。種類に合う一つだけが入る / A value: the one field that fits its kind.' })
export class SettingValueType {
  @Field(() => Int, { nullable: true, description: '数 / Number.' })
  number?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'はい・いいえ / Yes or no.' })
  flag?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: '日。なければどれも入らない / Day; for none, no field is filled.' })
  day?: string | null;

  @Field(() => [String], { nullable: true, description: '選んだもの / Choices.' })
  choices?: string[] | null;
}

@InputType('DistrictSettingValueInput', { description: '値。種類に合う一つだけを入れる / A value: the one field that fits its kind.' })
export class SettingValueInput {
  @Field(() => Int, { nullable: true, description: '数 / Number.' })
  number?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'はい・いいえ / Yes or no.' })
  flag?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: '日。なければどれも入らない / Day; for none, no field is filled.' })
  day?: string | null;

  @Field(() => [String], { nullable: true, description: '選んだもの / Choices.' })
  choices?: string[] | null;
}

@InputType('DistrictSettingUpdateInput', { description: '設定の変更 / A change of a setting.' })
export class DistrictSettingUpdateInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。変更の識別子になる / Client-made UUIDv7, becomes the id of the change.' })
  idempotencyKey!: string;

  @Field(() => DistrictSettingKeyEnum, { description: '何を決めるか / What is set.' })
  key!: SettingKey;

  @Field(() => SettingValueInput, { description: '値 / The value.' })
  value!: SettingValueInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'いつから。省くとすぐ / From when; at once when left out.' })
  validFrom?: Date | null;

  @Field(() => Int, { description: '見ていた版。初めてなら0 / Version that was seen; 0 before the first change.' })
  expectedVersion!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('DistrictSettingChange', { description: '設定の変更の記録 / One change of a setting.' })
export class DistrictSettingChangeType {
  changedById!: string;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => Int, { description: '版 / Version.' })
  version!: number;

  @Field(() => SettingValueType, { description: '値 / The value.' })
  value!: SettingValueType;

  @Field(() => DateTimeScalar, { description: 'いつから / From when.' })
  validFrom!: Date;

  @Field(() => DateTimeScalar, { description: '変えた時 / When it was changed.' })
  changedAt!: Date;
}

@Directive('@tag(name: "internal")')
@ObjectType('DistrictSetting', { description: '地区の設定の一つ / One setting of a district.' })
export class DistrictSettingType {
  @Field(() => DistrictSettingKeyEnum, { description: '何の設定か / What is set.' })
  key!: SettingKey;

  @Field(() => SettingKindEnum, { description: '値の種類 / Kind of value.' })
  kind!: SettingRule['kind'];

  @Field(() => SettingValueType, { description: '今の値 / The value that holds now.' })
  value!: SettingValueType;

  @Field(() => Boolean, { description: 'まだ決めていない（初めの値） / Not set yet: the default.' })
  isDefault!: boolean;

  @Field(() => Int, { nullable: true, description: '最小（数のとき） / Smallest number.' })
  minimum!: number | null;

  @Field(() => Int, { nullable: true, description: '最大（数のとき） / Largest number.' })
  maximum!: number | null;

  @Field(() => [String], { nullable: true, description: '選べるもの / What may be chosen.' })
  options!: string[] | null;

  @Field(() => Int, { description: '版。変えるときに渡す。初めは0 / Version to be passed when changing; 0 before the first change.' })
  version!: number;

  @Field(() => [DistrictSettingChangeType], {
    description: 'これまでの変更とこれからの変更。新しい順 / Changes so far and to come, newest first.',
  })
  history!: DistrictSettingChangeType[];
}

@Directive('@tag(name: "internal")')
@ObjectType('DistrictSettingUpdatePayload', { description: '設定を変えた結果 / Result of changing a setting.' })
export class DistrictSettingUpdatePayload {
  @Field(() => DistrictSettingType, { nullable: true, description: '今の設定 / The setting as it is now.' })
  districtSetting!: DistrictSettingType | null;

  @Field(() => Boolean, { description: '同じ鍵で済んでいた / Done before under the same key.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
