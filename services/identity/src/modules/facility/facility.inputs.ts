import { Field, InputType } from 'type-graphql';
import type { FacilityKind } from './facility-kinds.ts';
import { FacilityKindEnum } from './facility.type.ts';

@InputType('FacilityFilter', { description: '事業所のしぼり込み / Narrows the list of facilities.' })
export class FacilityFilter {
  @Field(() => [FacilityKindEnum], { nullable: true, description: '種類 / Kinds.' })
  kinds?: FacilityKind[] | null;

  @Field(() => String, { nullable: true, description: '市町村 / Municipality.' })
  municipality?: string | null;

  @Field(() => String, { nullable: true, description: '名称かふりがなの一部 / Part of the name or its kana.' })
  query?: string | null;
}
