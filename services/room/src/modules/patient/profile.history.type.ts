/** Who changed what of a profile, as the API shows it. */
import { DateScalar, DateTimeScalar, PageInfo, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { UserType } from '../foreign/index.ts';
import type { AdministrativeSex } from './patient.entity.ts';
import { AdministrativeSexEnum } from './patient.type.ts';
import { FamilyContactSnapshotType } from './family-contact.type.ts';
import {
  CareServiceType,
  ConditionType,
  HospitalRefType,
  LongTermCareInsuranceType,
  MedicalInsuranceType,
  MedicationType,
  TestResultType,
} from './profile.content.type.ts';
import { type ProfileBlock } from './profile.block.ts';
import { ProfileBlockEnum } from './profile.type.ts';

@Directive('@tag(name: "internal")')
@ObjectType('PatientBasics', { description: '氏名・住所など、ある時点のもの / Name, address and the like, as they once were.' })
export class PatientBasicsType {
  @Holds('DEMOGRAPHICS')
  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Holds('DEMOGRAPHICS')
  @Field(() => String, { description: '氏名の読み / Reading of the name.' })
  nameKana!: string;

  @Holds('DEMOGRAPHICS')
  @Field(() => AdministrativeSexEnum, { description: '性別 / Administrative sex.' })
  sex!: AdministrativeSex;

  @Holds('DEMOGRAPHICS')
  @Field(() => DateScalar, { description: '生年月日 / Date of birth.' })
  birthDate!: string;

  @Holds('DEMOGRAPHICS')
  @Field(() => String, { nullable: true, description: '郵便番号 / Postal code.' })
  postalCode!: string | null;

  @Holds('DEMOGRAPHICS')
  @Field(() => String, { description: '住所 / Address.' })
  address!: string;

  @Holds('DEMOGRAPHICS')
  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話番号 / Telephone number.' })
  phone!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('ProfileSnapshot', {
  description: 'まとまりの、ある時点の内容。その欄だけがある / What a block held at one time; only its own fields are there.',
})
export class ProfileSnapshotType {
  @Holds('DEMOGRAPHICS')
  @Field(() => PatientBasicsType, { nullable: true, description: '氏名・住所など / Basics.' })
  basics?: PatientBasicsType | null;

  @Holds('FAMILY_CONTACTS')
  @Field(() => [FamilyContactSnapshotType], { nullable: true, description: '家族・緊急連絡先 / Contacts of the family.' })
  familyContacts?: FamilyContactSnapshotType[] | null;

  @Holds('INSURANCE')
  @Field(() => MedicalInsuranceType, { nullable: true, description: '医療保険 / Medical insurance.' })
  medicalInsurance?: MedicalInsuranceType | null;

  @Holds('INSURANCE')
  @Field(() => LongTermCareInsuranceType, { nullable: true, description: '介護保険 / Long-term care insurance.' })
  longTermCareInsurance?: LongTermCareInsuranceType | null;

  @Holds('MEDICAL_HISTORY')
  @Field(() => [ConditionType], { nullable: true, description: '病名・既往歴 / Diagnoses and history.' })
  medicalHistory?: ConditionType[] | null;

  @Holds('MEDICAL_HISTORY')
  @Field(() => [String], { nullable: true, description: 'アレルギー / Allergies.' })
  allergies?: string[] | null;

  @Holds('MEDICATIONS')
  @Field(() => [MedicationType], { nullable: true, description: '薬 / Medicines.' })
  medications?: MedicationType[] | null;

  @Holds('TEST_RESULTS')
  @Field(() => [TestResultType], { nullable: true, description: '検査 / Test results.' })
  testResults?: TestResultType[] | null;

  @Holds('CARE_SERVICES')
  @Field(() => [CareServiceType], { nullable: true, description: '受けているサービス / Services of care.' })
  careServices?: CareServiceType[] | null;

  @Holds('HOSPITALS')
  @Field(() => HospitalRefType, { nullable: true, description: '紹介元の病院 / Referring hospital.' })
  referringHospital?: HospitalRefType | null;

  @Holds('HOSPITALS')
  @Field(() => HospitalRefType, { nullable: true, description: '再入院を希望する病院 / Hospital of choice for readmission.' })
  readmissionHospital?: HospitalRefType | null;

  @Holds('DISASTER_SAFETY')
  @Field(() => String, { nullable: true, description: '災害のとき / In a disaster.' })
  disasterNote?: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('ProfileChange', { description: '基本情報の変更1回 / One change of the profile.' })
export class ProfileChangeType {
  @Field(() => ProfileBlockEnum, { description: 'まとまり / Block.' })
  block!: ProfileBlock;

  @Field(() => Int, { description: 'この変更でできた版 / The version it made.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: '変えた時 / When.' })
  changedAt!: Date;

  @Field(() => UserType, { nullable: true, description: '変えた人 / Who.' })
  changedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '変えた人の氏名(そのとき) / Their name at the time.' })
  changedByName!: string | null;

  @Field(() => ProfileSnapshotType, { nullable: true, description: '前の内容。はじめのときはnull / What was before; null for the first.' })
  before!: ProfileSnapshotType | null;

  @Field(() => ProfileSnapshotType, { description: '変えた後の内容 / What it became.' })
  after!: ProfileSnapshotType;
}

@Directive('@tag(name: "internal")')
@ObjectType('ProfileChangeEdge', { description: '一覧の要素 / Edge.' })
export class ProfileChangeEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => ProfileChangeType, { description: '変更 / Change.' })
  node!: ProfileChangeType;
}

@Directive('@tag(name: "internal")')
@ObjectType('ProfileChangeConnection', { description: '変更の一覧 / List of changes.' })
export class ProfileChangeConnection {
  @Field(() => [ProfileChangeEdge], { description: '要素 / Edges.' })
  edges!: ProfileChangeEdge[];

  @Field(() => [ProfileChangeType], { description: '変更 / Changes.' })
  nodes!: ProfileChangeType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数 / Total.' })
  totalCount!: number | null;
}
