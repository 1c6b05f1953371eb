/** The public list of those who share through Heya in a district: organisations, no people (decision 0033). */
import { isId } from '@heya/service-common/id';
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { type FacilityKind, FacilityKindEnum } from '../facility/index.ts';
import { selectParticipating } from './participating.repository.ts';
import { tokyoDay } from './user.service.ts';

/** More than any district has. */
const shownAtMost = 2000;

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

@Resolver()
export class ParticipatingResolver {
  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => ParticipatingList, {
    nullable: true,
    description:
      '地区で情報を共有している医療機関・介護事業所(ログイン不要)。人の名前はない / Organisations that share in a district; no sign-in, no people.',
  })
  async participatingFacilities(
    @Arg('districtId', () => ID, { description: '地区 / The district.' }) districtId: string,
    @Ctx() context: IdentityContext,
  ): Promise<ParticipatingList | null> {
    if (!isId(districtId)) return null;
    const rows = await context.asService((tx) =>
      selectParticipating(tx, districtId, { today: tokyoDay(context.now()), limit: shownAtMost }),
    );
    const [first] = rows;
    if (!first) return null;
    const facilities = rows.flatMap(({ name, kind, municipality }) => (name === null ? [] : [{ name, kind, municipality }]));
    return { districtName: first.district_name, facilities };
  }
}
