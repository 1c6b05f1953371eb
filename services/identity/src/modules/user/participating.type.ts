/** The public list of those who share through Heya in a district, as the API shows it. */
import { Directive, Field, ObjectType } from 'type-graphql';
import { type FacilityKind, FacilityKindEnum } from '../facility/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('ParticipatingFacility', { description: '参加している医療機関・介護事業所 / An organisation that takes part.' })
export class ParticipatingFacility {
  @Field(() => String, { description: '名称 / Name.' })
  name!: string;

  @Field(() => FacilityKindEnum, { description: '種類 / Kind.' })
  kind!: FacilityKind;

  @Field(() => String, { description: '市町村 / Municipality.' })
  municipality!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('ParticipatingList', {
  description: '参加している医療機関・介護事業所の公開の一覧 / The public list of organisations that take part.',
})
export class ParticipatingList {
  @Field(() => String, { description: '地区の名称 / Name of the district.' })
  districtName!: string;

  @Field(() => [ParticipatingFacility], { description: '医療機関・介護事業所 / Organisations.' })
  facilities!: ParticipatingFacility[];
}
