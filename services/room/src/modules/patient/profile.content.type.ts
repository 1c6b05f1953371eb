/** What stands in the blocks of a profile, as the API shows it. Each field says the class it belongs to (R10). */
import { DateScalar, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FacilityType } from '../foreign/index.ts';
import { careLevels, type CareLevel } from './profile.block.ts';

export const CareLevelEnum = Object.fromEntries(careLevels.map((level) => [level, level])) as { [K in CareLevel]: K };
registerEnumType(CareLevelEnum, {
  name: 'CareLevel',
  description: '要介護度 / Care level.',
  valuesConfig: {
    NOT_CERTIFIED: { description: '認定なし / Not certified.' },
    SUPPORT_1: { description: '要支援1 / Support level 1.' },
    SUPPORT_2: { description: '要支援2 / Support level 2.' },
    CARE_1: { description: '要介護1 / Care level 1.' },
    CARE_2: { description: '要介護2 / Care level 2.' },
    CARE_3: { description: '要介護3 / Care level 3.' },
    CARE_4: { description: '要介護4 / Care level 4.' },
    CARE_5: { description: '要介護5 / Care level 5.' },
  },
});

@ObjectType('Condition', { description: '病名・既往歴 / A diagnosis, present or past.' })
export class ConditionType {
  @Holds('MEDICAL_HISTORY')
  @Field(() => String, { description: '病名 / Name.' })
  name!: string;

  @Holds('MEDICAL_HISTORY')
  @Field(() => String, { nullable: true, description: 'ICD-10 例 I63.9。形だけを確かめる / ICD-10; checked by form alone.' })
  icd10!: string | null;

  @Holds('MEDICAL_HISTORY')
  @Field(() => DateScalar, { nullable: true, description: 'いつから / Since.' })
  since!: string | null;

  @Holds('MEDICAL_HISTORY')
  @Field(() => DateScalar, { nullable: true, description: 'いつまで / Until.' })
  until!: string | null;

  @Holds('MEDICAL_HISTORY')
  @Field(() => String, { nullable: true, description: '補足 / Note.' })
  note!: string | null;
}

@ObjectType('Medication', { description: '薬 / A medicine.' })
export class MedicationType {
  @Holds('MEDICATIONS')
  @Field(() => String, { description: '薬の名前 / Name.' })
  name!: string;

  @Holds('MEDICATIONS')
  @Field(() => String, { nullable: true, description: 'YJコード(12桁) / YJ code, 12 characters.' })
  yjCode!: string | null;

  @Holds('MEDICATIONS')
  @Field(() => String, { nullable: true, description: '用法・用量 / Dosage.' })
  dosage!: string | null;

  @Holds('MEDICATIONS')
  @Field(() => DateScalar, { nullable: true, description: 'いつから / Since.' })
  since!: string | null;

  @Holds('MEDICATIONS')
  @Field(() => DateScalar, { nullable: true, description: 'いつまで / Until.' })
  until!: string | null;
}

@ObjectType('TestResult', { description: '検査の結果 / A result of a test.' })
export class TestResultType {
  @Holds('TEST_RESULTS')
  @Field(() => String, { description: '検査の名前 / Name of the test.' })
  name!: string;

  @Holds('TEST_RESULTS')
  @Field(() => String, { description: '値。報告されたまま 例 6.8、陰性 / The value as it was reported.' })
  value!: string;

  @Holds('TEST_RESULTS')
  @Field(() => String, { nullable: true, description: '単位 / Unit.' })
  unit!: string | null;

  @Holds('TEST_RESULTS')
  @Field(() => DateScalar, { description: '検査の日 / Day of the test.' })
  date!: string;
}

@ObjectType('CareService', { description: '受けているサービス / A service of care.' })
export class CareServiceType {
  @Holds('CARE_SERVICES')
  @Field(() => String, { description: '種類 例 訪問看護 / Kind.' })
  kind!: string;

  @Holds('CARE_SERVICES')
  @Field(() => FacilityType, { nullable: true, description: '事業所 / Provider.' })
  provider!: FacilityType | null;

  @Holds('CARE_SERVICES')
  @Field(() => String, { nullable: true, description: '事業所名(書いたとき) / Name of the provider when written.' })
  providerName!: string | null;

  @Holds('CARE_SERVICES')
  @Field(() => String, { nullable: true, description: '例 毎週 月・木 10:00 / Schedule.' })
  schedule!: string | null;
}

@ObjectType('PublicExpense', { description: '公費 / Public expense.' })
export class PublicExpenseType {
  @Holds('INSURANCE')
  @Field(() => String, { description: '公費負担者番号(8桁) / Number of the payer, 8 digits.' })
  payerNumber!: string;

  @Holds('INSURANCE')
  @Field(() => String, { description: '受給者番号(7桁) / Number of the recipient, 7 digits.' })
  recipientNumber!: string;

  @Holds('INSURANCE')
  @Field(() => DateScalar, { nullable: true, description: '有効期限 / Valid until.' })
  validUntil!: string | null;
}

@ObjectType('MedicalInsurance', { description: '医療保険。マイナンバーは持たない / Medical insurance; never holds an Individual Number.' })
export class MedicalInsuranceType {
  @Holds('INSURANCE')
  @Field(() => String, { description: '保険者番号(8桁または6桁) / Number of the insurer, 8 or 6 digits.' })
  insurerNumber!: string;

  @Holds('INSURANCE')
  @Field(() => String, { nullable: true, description: '記号 / Symbol.' })
  symbol!: string | null;

  @Holds('INSURANCE')
  @Field(() => String, { nullable: true, description: '番号 / Number.' })
  number!: string | null;

  @Holds('INSURANCE')
  @Field(() => String, { nullable: true, description: '枝番 / Branch number.' })
  branchNumber!: string | null;

  @Holds('INSURANCE')
  @Field(() => Int, { nullable: true, description: '負担割合(%) / Copayment in percent.' })
  copaymentPercent!: number | null;

  @Holds('INSURANCE')
  @Field(() => [PublicExpenseType], { description: '公費 / Public expenses.' })
  publicExpenses!: PublicExpenseType[];

  @Holds('INSURANCE')
  @Field(() => DateScalar, { nullable: true, description: '有効期限 / Valid until.' })
  validUntil!: string | null;
}

@ObjectType('LongTermCareInsurance', { description: '介護保険 / Long-term care insurance.' })
export class LongTermCareInsuranceType {
  @Holds('INSURANCE')
  @Field(() => String, { description: '保険者番号(6桁) / Number of the insurer, 6 digits.' })
  insurerNumber!: string;

  @Holds('INSURANCE')
  @Field(() => String, { description: '被保険者番号(10桁) / Number of the insured, 10 digits.' })
  insuredNumber!: string;

  @Holds('INSURANCE')
  @Field(() => CareLevelEnum, { description: '要介護度 / Care level.' })
  careLevel!: CareLevel;

  @Holds('INSURANCE')
  @Field(() => Int, { nullable: true, description: '負担割合(%) / Copayment in percent.' })
  copaymentPercent!: number | null;

  @Holds('INSURANCE')
  @Field(() => DateScalar, { nullable: true, description: '認定の有効期間の初日 / First day of the certification.' })
  validFrom!: string | null;

  @Holds('INSURANCE')
  @Field(() => DateScalar, { nullable: true, description: '認定の有効期間の末日 / Last day of the certification.' })
  validUntil!: string | null;
}

@ObjectType('HospitalRef', { description: '病院 / A hospital.' })
export class HospitalRefType {
  @Holds('HOSPITALS')
  @Field(() => FacilityType, { nullable: true, description: 'Heyaに登録された医療機関 / The facility, if it is in Heya.' })
  facility!: FacilityType | null;

  @Holds('HOSPITALS')
  @Field(() => String, { description: '名前 / Name.' })
  name!: string;

  @Holds('HOSPITALS')
  @Field(() => String, { nullable: true, description: '診療科 / Department.' })
  department!: string | null;

  @Holds('HOSPITALS')
  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone!: string | null;
}
