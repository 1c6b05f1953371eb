/** What is sent of the blocks of a profile. Texts of a My Number are refused in all of them (R21). */
import { DateScalar, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { CareLevel, ProfileBlock } from './profile.block.ts';
import { CareLevelEnum } from './profile.content.type.ts';
import { ProfileBlockEnum } from './profile.type.ts';

@InputType('ProfileBlockVersionInput', {
  description: '見ていた版。まだ書かれていないときは0 / The version you saw; 0 before anything was written.',
})
export class ProfileBlockVersionInput {
  @Field(() => ProfileBlockEnum, { description: 'まとまり / Block.' })
  block!: ProfileBlock;

  @Field(() => Int, { description: '版 / Version.' })
  version!: number;
}

@ArgsType()
export class ProfileHistoryArgs {
  @Field(() => [ProfileBlockEnum], { nullable: true, description: '省くとすべて / All when left out.' })
  blocks?: ProfileBlock[] | null;

  @Field(() => Int, { defaultValue: 20, description: '件数 / How many.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'このカーソルより後 / After this cursor.' })
  after?: string | null;
}

@InputType('ConditionInput', { description: '病名・既往歴 / A diagnosis, present or past.' })
export class ConditionInput {
  @Field(() => String, { description: '病名 / Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'ICD-10 例 I63.9 / ICD-10.' })
  icd10?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'いつから / Since.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'いつまで / Until.' })
  until?: string | null;

  @Field(() => String, { nullable: true, description: '補足 / Note.' })
  note?: string | null;
}

@InputType('MedicationInput', { description: '薬 / A medicine.' })
export class MedicationInput {
  @Field(() => String, { description: '薬の名前 / Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'YJコード(12桁) / YJ code, 12 characters.' })
  yjCode?: string | null;

  @Field(() => String, { nullable: true, description: '用法・用量 / Dosage.' })
  dosage?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'いつから / Since.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'いつまで / Until.' })
  until?: string | null;
}

@InputType('TestResultInput', { description: '検査の結果 / A result of a test.' })
export class TestResultInput {
  @Field(() => String, { description: '検査の名前 / Name of the test.' })
  name!: string;

  @Field(() => String, { description: '値 / Value.' })
  value!: string;

  @Field(() => String, { nullable: true, description: '単位 / Unit.' })
  unit?: string | null;

  @Field(() => DateScalar, { description: '検査の日 / Day of the test.' })
  date!: string;
}

@InputType('CareServiceInput', { description: '受けているサービス / A service of care.' })
export class CareServiceInput {
  @Field(() => String, { description: '種類 例 訪問看護 / Kind.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: '事業所 / Provider.' })
  providerId?: string | null;

  @Field(() => String, { nullable: true, description: '事業所名 / Name of the provider.' })
  providerName?: string | null;

  @Field(() => String, { nullable: true, description: '例 毎週 月・木 10:00 / Schedule.' })
  schedule?: string | null;
}

@InputType('PublicExpenseInput', { description: '公費 / Public expense.' })
export class PublicExpenseInput {
  @Field(() => String, { description: '公費負担者番号(8桁) / Number of the payer, 8 digits.' })
  payerNumber!: string;

  @Field(() => String, { description: '受給者番号(7桁) / Number of the recipient, 7 digits.' })
  recipientNumber!: string;

  @Field(() => DateScalar, { nullable: true, description: '有効期限 / Valid until.' })
  validUntil?: string | null;
}

@InputType('MedicalInsuranceInput', { description: '医療保険 / Medical insurance.' })
export class MedicalInsuranceInput {
  @Field(() => String, {
    description: '保険者番号(8桁または6桁)。検証番号を確かめる / Number of the insurer; its check digit is looked at.',
  })
  insurerNumber!: string;

  @Field(() => String, { nullable: true, description: '記号 / Symbol.' })
  symbol?: string | null;

  @Field(() => String, { nullable: true, description: '番号 / Number.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: '枝番 / Branch number.' })
  branchNumber?: string | null;

  @Field(() => Int, { nullable: true, description: '負担割合(%)。0、10、20、30 / Copayment in percent.' })
  copaymentPercent?: number | null;

  @Field(() => [PublicExpenseInput], { nullable: true, description: '公費 / Public expenses.' })
  publicExpenses?: PublicExpenseInput[] | null;

  @Field(() => DateScalar, { nullable: true, description: '有効期限 / Valid until.' })
  validUntil?: string | null;
}

@InputType('LongTermCareInsuranceInput', { description: '介護保険 / Long-term care insurance.' })
export class LongTermCareInsuranceInput {
  @Field(() => String, { description: '保険者番号(6桁) / Number of the insurer, 6 digits.' })
  insurerNumber!: string;

  @Field(() => String, { description: '被保険者番号(10桁) / Number of the insured, 10 digits.' })
  insuredNumber!: string;

  @Field(() => CareLevelEnum, { description: '要介護度 / Care level.' })
  careLevel!: CareLevel;

  @Field(() => Int, { nullable: true, description: '負担割合(%)。0、10、20、30 / Copayment in percent.' })
  copaymentPercent?: number | null;

  @Field(() => DateScalar, { nullable: true, description: '認定の有効期間の初日 / First day of the certification.' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '認定の有効期間の末日 / Last day of the certification.' })
  validUntil?: string | null;
}

@InputType('HospitalRefInput', { description: '病院 / A hospital.' })
export class HospitalRefInput {
  @Field(() => ID, { nullable: true, description: 'Heyaに登録された医療機関 / The facility, if it is in Heya.' })
  facilityId?: string | null;

  @Field(() => String, { description: '名前 / Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '診療科 / Department.' })
  department?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone?: string | null;
}

@InputType('FamilyContactInput', { description: '家族・緊急連絡先 / A contact of the family.' })
export class FamilyContactInput {
  @Field(() => ID, { nullable: true, description: '変える連絡先。新しいときは省く / The one to change; left out for a new one.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: '見ていた版。変えるときに要る / The version you saw; needed for a change.' })
  expectedVersion?: number | null;

  @Field(() => ID, { nullable: true, description: '新しい識別子(UUIDv7)。新しいときに要る / The new id (UUIDv7); needed for a new one.' })
  idempotencyKey?: string | null;

  @Field(() => ID, { description: '利用者(患者) / The patient.' })
  patientId!: string;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: '続柄 / Relationship.' })
  relationship!: string;

  @Field(() => [PhoneNumberScalar], { description: '電話番号。かける順 / Telephone numbers, in the order to try.' })
  phones!: string[];

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'ファクス / Fax.' })
  fax?: string | null;

  @Field(() => Boolean, { description: 'キーパーソンか / Whether this is the key person.' })
  isKeyPerson!: boolean;

  @Field(() => Int, { nullable: true, description: '緊急のときに連絡する順(1から) / Place in the order of an emergency, from 1.' })
  emergencyOrder?: number | null;

  @Field(() => Boolean, { nullable: true, description: '同居か / Whether they live together.' })
  livesTogether?: boolean | null;
}
