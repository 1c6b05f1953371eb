/** What is sent of a patient. */
import { DateScalar, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { AdministrativeSex } from './patient.entity.ts';
import { AdministrativeSexEnum } from './patient.type.ts';
import {
  CareServiceInput,
  ConditionInput,
  HospitalRefInput,
  LongTermCareInsuranceInput,
  MedicalInsuranceInput,
  MedicationInput,
  ProfileBlockVersionInput,
  TestResultInput,
} from './profile.inputs.ts';

@InputType('PatientRegisterInput', { description: '利用者(患者)の登録 / Registration of a patient.' })
export class PatientRegisterInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重登録を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '似た方とは別の方だと確かめた / Whether those who are alike were looked at and this is another person.',
  })
  isAnother?: boolean | null;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: '氏名の読み(カタカナ、ひらがな可) / Reading of the name, katakana or hiragana.' })
  nameKana!: string;

  @Field(() => AdministrativeSexEnum, { description: '性別 / Administrative sex.' })
  sex!: AdministrativeSex;

  @Field(() => DateScalar, { description: '生年月日 / Date of birth.' })
  birthDate!: string;

  @Field(() => String, { nullable: true, description: '郵便番号 / Postal code.' })
  postalCode?: string | null;

  @Field(() => String, { description: '住所 / Address.' })
  address!: string;

  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone?: string | null;
}

@InputType('PatientUpdateInput', { description: '基本情報の変更。省いた欄は変わらない / A change of the profile; what is left out stays.' })
export class PatientUpdateInput {
  @Field(() => Int, {
    nullable: true,
    description: '見ていた版。氏名・住所などを変えるときに要る / The version you saw; needed to change the basics.',
  })
  expectedVersion?: number | null;

  @Field(() => [ProfileBlockVersionInput], {
    nullable: true,
    description: 'ほかのまとまりの、見ていた版 / The versions you saw of other blocks.',
  })
  blockVersions?: ProfileBlockVersionInput[] | null;

  @Field(() => String, { nullable: true, description: '氏名 / Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '氏名の読み / Reading of the name.' })
  nameKana?: string | null;

  @Field(() => String, { nullable: true, description: '郵便番号 / Postal code.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: '住所 / Address.' })
  address?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone?: string | null;

  @Field(() => [ConditionInput], { nullable: true, description: '病名・既往歴(全部) / Diagnoses and history, all of them.' })
  medicalHistory?: ConditionInput[] | null;

  @Field(() => [MedicationInput], { nullable: true, description: '薬(全部) / Medicines, all of them.' })
  medications?: MedicationInput[] | null;

  @Field(() => [String], { nullable: true, description: 'アレルギー(全部) / Allergies, all of them.' })
  allergies?: string[] | null;

  @Field(() => [TestResultInput], { nullable: true, description: '検査の結果(全部) / Test results, all of them.' })
  testResults?: TestResultInput[] | null;

  @Field(() => [CareServiceInput], { nullable: true, description: '受けているサービス(全部) / Services of care, all of them.' })
  careServices?: CareServiceInput[] | null;

  @Field(() => MedicalInsuranceInput, { nullable: true, description: '医療保険。nullで消す / Medical insurance; null takes it away.' })
  medicalInsurance?: MedicalInsuranceInput | null;

  @Field(() => LongTermCareInsuranceInput, {
    nullable: true,
    description: '介護保険。nullで消す / Long-term care insurance; null takes it away.',
  })
  longTermCareInsurance?: LongTermCareInsuranceInput | null;

  @Field(() => HospitalRefInput, { nullable: true, description: '紹介元の病院 / Referring hospital.' })
  referringHospital?: HospitalRefInput | null;

  @Field(() => HospitalRefInput, { nullable: true, description: '再入院を希望する病院 / Hospital of choice for readmission.' })
  readmissionHospital?: HospitalRefInput | null;

  @Field(() => String, { nullable: true, description: '災害時の支援の要否など / What helpers must know in a disaster.' })
  disasterNote?: string | null;
}
