/** The public list of those who share through Heya in a district: organisations, no people (decision 0033). */
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { listParticipating } from './participating.service.ts';
import { ParticipatingList } from './participating.type.ts';

@Resolver()
export class ParticipatingResolver {
  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => ParticipatingList, {
    nullable: true,
    description:
      '地区で情報を共有している医療機関・介護事業所(ログイン不要)。人の名前はない / Organisations that share in a district; no sign-in, no people.',
  })
  participatingFacilities(
    @Arg('districtId', () => ID, { description: '地区 / The district.' }) districtId: string,
    @Ctx() context: IdentityContext,
  ): Promise<ParticipatingList | null> {
    return listParticipating(context, districtId);
  }
}
