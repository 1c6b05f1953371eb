import 'reflect-metadata';
import { DateScalar, DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import type { UserKind } from '@heya/service-common/viewer';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Profession, professionWords } from './professions.ts';

const userKindWords: Record<UserKind, string> = {
  PROFESSIONAL: '医療・介護の専門職 / A professional.',
  PATIENT: '利用者（患者）本人 / The patient.',
  FAMILY: '家族 / A family member.',
  CENTER_OFFICER: '支援センターの職員 / An officer of the support center.',
  SYSTEM: '連携システム / A partner system posting as itself.',
};
const UserKindEnum = Object.fromEntries(Object.keys(userKindWords).map((kind) => [kind, kind]));
registerEnumType(UserKindEnum, {
  name: 'UserKind',
  description: '人の種類 / Kinds of user.',
  valuesConfig: Object.fromEntries(Object.entries(userKindWords).map(([kind, description]) => [kind, { description }])),
});

const professionNames: Record<Profession, string> = {
  PHYSICIAN: 'Physician',
  DENTIST: 'Dentist',
  PHARMACIST: 'Pharmacist',
  NURSE: 'Nurse',
  PUBLIC_HEALTH_NURSE: 'Public health nurse',
  PHYSIOTHERAPIST: 'Physiotherapist',
  OCCUPATIONAL_THERAPIST: 'Occupational therapist',
  SPEECH_THERAPIST: 'Speech therapist',
  DENTAL_HYGIENIST: 'Dental hygienist',
  DIETITIAN: 'Dietitian',
  CARE_MANAGER: 'Care manager',
  CARE_WORKER: 'Certified care worker',
  HOME_HELPER: 'Home helper',
  MEDICAL_SOCIAL_WORKER: 'Medical social worker',
  SOCIAL_WORKER: 'Social worker',
  CLERK: 'Clerk',
  OTHER: 'Other',
};
export const ProfessionEnum = Object.fromEntries(Object.keys(professionWords).map((profession) => [profession, profession]));
registerEnumType(ProfessionEnum, {
  name: 'Profession',
  description: '職種 / Professions.',
  valuesConfig: Object.fromEntries(
    Object.entries(professionWords).map(([code, word]) => [code, { description: `${word} / ${professionNames[code as Profession]}.` }]),
  ),
});

/** The rest of these types is put together by field resolvers: people, places and staff refer to one another. */
@Directive('@key(fields: "id")')
@ObjectType('User', { description: '部屋に現れる人。連絡先は持たない / Anyone who can appear in a room. Holds no contact details.' })
export class UserType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => UserKindEnum, { description: '人の種類 / Kind of user.' })
  kind!: UserKind;

  @Field(() => String, { description: '氏名 / Name.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: '氏名のふりがな / Name in kana.' })
  displayNameKana?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '退職・異動などで止めたID / When the ID was stopped by form 2-2.' })
  deactivatedAt?: Date | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Practitioner', { description: '参加者（専門職）としての面 / The professional side of a user.' })
export class PractitionerType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  userId!: string;

  @Field(() => [ProfessionEnum], { description: '職種 / Professions.' })
  professions!: string[];
}

@ObjectType('Affiliation', { description: '所属 / Where a professional works.' })
export class AffiliationType {
  facilityId!: string;

  @Field(() => String, { nullable: true, description: '役職 / Title.' })
  title?: string | null;

  @Field(() => Boolean, { description: '事業所管理者か / Whether this person administers the facility.' })
  isFacilityAdmin!: boolean;

  @Field(() => DateScalar, { description: 'いつから / From.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'いつまで / Until.' })
  until?: string | null;
}

@ObjectType('PractitionerEdge', { description: '参加者とその位置 / A practitioner and their place in the list.' })
export class PractitionerEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => PractitionerType, { description: '参加者 / The practitioner.' })
  node!: PractitionerType;
}

@ObjectType('PractitionerConnection', { description: '職員の一覧 / A page of staff.' })
export class PractitionerConnection {
  @Field(() => [PractitionerEdge], { description: '職員とカーソル / Staff with cursors.' })
  edges!: PractitionerEdge[];

  @Field(() => [PractitionerType], { description: '職員 / Staff.' })
  nodes!: PractitionerType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部の数。数えないときはnull / How many in all; null when not counted.' })
  totalCount!: number | null;
}
