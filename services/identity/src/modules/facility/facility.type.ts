import 'reflect-metadata';
import { PageInfo, PhoneNumberScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type FacilityKind, facilityKindWords } from './facility-kinds.ts';

export const FacilityKindEnum = Object.fromEntries(Object.keys(facilityKindWords).map((kind) => [kind, kind]));
registerEnumType(FacilityKindEnum, {
  name: 'FacilityKind',
  description: '事業所の種類 / Kinds of facility.',
  valuesConfig: Object.fromEntries(Object.entries(facilityKindWords).map(([kind, description]) => [kind, { description }])),
});

@Directive('@key(fields: "id")')
@Directive('@key(fields: "institutionCode")')
@ObjectType('Facility', { description: '医療機関・介護事業所 / A medical institution or care office.' })
export class FacilityType {
  districtId!: string;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '医療機関コード・介護保険事業所番号(10桁) / Ten-digit medical or care-insurance office code.' })
  institutionCode!: string;

  @Field(() => FacilityKindEnum, { description: '種類 / Kind.' })
  kind!: FacilityKind;

  @Field(() => String, { description: '名称 / Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '名称のふりがな / Name in kana.' })
  nameKana?: string | null;

  @Field(() => String, { description: '市町村 / Municipality.' })
  municipality!: string;

  @Field(() => String, { nullable: true, description: '所在地 / Address.' })
  address?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: '電話 / Telephone.' })
  phone?: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'ファクス / Fax.' })
  fax?: string | null;

  @Field(() => Int, { description: '版。更新のときに渡す / Version, to be passed when updating.' })
  version!: number;
}

@ObjectType('FacilityEdge', { description: '事業所とその位置 / A facility and its place in the list.' })
export class FacilityEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => FacilityType, { description: '事業所 / The facility.' })
  node!: FacilityType;
}

@ObjectType('FacilityConnection', { description: '事業所の一覧 / A page of facilities.' })
export class FacilityConnection {
  @Field(() => [FacilityEdge], { description: '事業所とカーソル / Facilities with cursors.' })
  edges!: FacilityEdge[];

  @Field(() => [FacilityType], { description: '事業所 / Facilities.' })
  nodes!: FacilityType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部の数。数えないときはnull / How many in all; null when not counted.' })
  totalCount!: number | null;
}
