/** Contacts of the family as the API shows them, now and as they once were. */
import { PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import type { UserErrorShape } from '@heya/service-common/errors';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { PatientType } from './patient.type.ts';

@Directive('@key(fields: "id")')
@ObjectType('FamilyContact', { description: '家族・緊急連絡先 / A contact of the family.' })
export class FamilyContactType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Holds('FAMILY_CONTACTS')
  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Holds('FAMILY_CONTACTS')
  @Field(() => String, { description: '続柄 / Relationship.' })
  relationship!: string;

  @Holds('FAMILY_CONTACTS')
  @Field(() => [PhoneNumberScalar], { description: '電話番号。かける順 / Telephone numbers, in the order to try.' })
  phones!: string[];

  @Holds('FAMILY_CONTACTS')
  @Field(() => PhoneNumberScalar, { nullable: true, description: 'ファクス / Fax.' })
  fax!: string | null;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Boolean, { description: 'キーパーソンか / Whether this is the key person.' })
  isKeyPerson!: boolean;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Int, { nullable: true, description: '緊急のときに連絡する順 / Place in the order of an emergency.' })
  emergencyOrder!: number | null;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Boolean, { nullable: true, description: '同居か / Whether they live together.' })
  livesTogether!: boolean | null;

  @Field(() => Int, { description: '版。変更のたび増える / Grows with every change.' })
  version!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyContactSnapshot', { description: '家族・緊急連絡先、ある時点のもの / A contact of the family, as it once was.' })
export class FamilyContactSnapshotType {
  @Holds('FAMILY_CONTACTS')
  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Holds('FAMILY_CONTACTS')
  @Field(() => String, { description: '続柄 / Relationship.' })
  relationship!: string;

  @Holds('FAMILY_CONTACTS')
  @Field(() => [PhoneNumberScalar], { description: '電話番号 / Telephone numbers.' })
  phones!: string[];

  @Holds('FAMILY_CONTACTS')
  @Field(() => PhoneNumberScalar, { nullable: true, description: 'ファクス / Fax.' })
  fax!: string | null;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Boolean, { description: 'キーパーソンか / Whether this was the key person.' })
  isKeyPerson!: boolean;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Int, { nullable: true, description: '緊急のときに連絡する順 / Place in the order of an emergency.' })
  emergencyOrder!: number | null;

  @Holds('FAMILY_CONTACTS')
  @Field(() => Boolean, { nullable: true, description: '同居か / Whether they lived together.' })
  livesTogether!: boolean | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyContactSavePayload', { description: '家族・緊急連絡先の保存の結果 / Result of saving a contact.' })
export class FamilyContactSavePayload {
  @Field(() => FamilyContactType, { nullable: true, description: '今の内容 / The contact as it now is.' })
  familyContact!: FamilyContactType | null;

  @Field(() => PatientType, { nullable: true, description: '利用者(患者) / The patient.' })
  patient!: PatientType | null;

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyContactRemovePayload', { description: '家族・緊急連絡先を消した結果 / Result of removing a contact.' })
export class FamilyContactRemovePayload {
  @Field(() => ID, { nullable: true, description: '消した連絡先 / The removed contact.' })
  removedId!: string | null;

  @Field(() => PatientType, { nullable: true, description: '利用者(患者) / The patient.' })
  patient!: PatientType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
