/** Patient as the API shows it. Everything but the id may be null: consent decides (R10). */
import { UserErrorType } from '../platform/index.ts';
import type { UserErrorShape } from '@heya/service-common/errors';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { administrativeSexes, type AdministrativeSex } from './patient.entity.ts';

export const AdministrativeSexEnum = Object.fromEntries(administrativeSexes.map((sex) => [sex, sex])) as Record<
  AdministrativeSex,
  AdministrativeSex
>;
registerEnumType(AdministrativeSexEnum, {
  name: 'AdministrativeSex',
  description: '性別 / Administrative sex.',
  valuesConfig: {
    MALE: { description: '男 / Male.' },
    FEMALE: { description: '女 / Female.' },
    OTHER: { description: 'その他 / Other.' },
    UNKNOWN: { description: '不明 / Unknown.' },
  },
});

/** Its other fields are resolved one by one, so that reading only the id is not a look at the data. */
@Directive('@key(fields: "id")')
@ObjectType('Patient', {
  description:
    '利用者(患者)。同意のない区分の欄はnull。理由はPatient.disclosures / The person receiving care. Fields of a category without consent are null; see Patient.disclosures.',
})
export class PatientType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  /** Not in the schema: the consent's epoch under which the room was read that led here. */
  consentSeq?: number;
}

@ObjectType('PatientRegisterPayload', { description: '登録の結果 / Result of registering.' })
export class PatientRegisterPayload {
  @Field(() => PatientType, { nullable: true, description: '登録した利用者(患者) / The registered patient.' })
  patient!: PatientType | null;

  @Field(() => [PatientType], {
    description: '読みと生年月日が同じ方(自分が見られる中で) / Patients you may see with the same reading and birth date.',
  })
  possibleDuplicates!: PatientType[];

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('PatientUpdatePayload', { description: '変更の結果 / Result of a change.' })
export class PatientUpdatePayload {
  @Field(() => PatientType, { nullable: true, description: '変えた利用者(患者) / The changed patient.' })
  patient!: PatientType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
