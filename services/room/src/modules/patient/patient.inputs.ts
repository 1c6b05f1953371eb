/** What is sent of a patient. */
import { DateScalar, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { AdministrativeSex } from './patient.entity.ts';
import { AdministrativeSexEnum } from './patient.type.ts';

@InputType('PatientRegisterInput', { description: '利用者(患者)の登録 / Registration of a patient.' })
export class PatientRegisterInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重登録を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

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

@InputType('PatientUpdateInput', { description: '基本情報の変更。省いた欄は変わらない / A change of the basics; what is left out stays.' })
export class PatientUpdateInput {
  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;

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
}
