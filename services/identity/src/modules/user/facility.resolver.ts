/** Facilities with their staff: they live here because staff are people. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityConnection, FacilityFilter, FacilityType } from '../facility/index.ts';
import { administratorsOfFacility, searchFacilities, staffOfFacility } from './directory.service.ts';
import { PractitionerConnection, UserType } from './user.type.ts';

const listSize = '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

@Resolver(() => FacilityType)
export class FacilityResolver {
  @Query(() => FacilityType, { nullable: true, description: '事業所。見えないときはnull / A facility; null when not visible.' })
  facility(
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
    @Ctx() { loaders }: IdentityContext,
  ): Promise<FacilityType | null> {
    return loaders.facility.load(id);
  }

  @Directive(listSize)
  @Query(() => FacilityConnection, {
    description: "同じ地区の事業所（専門職・職員だけ） / Facilities of one's district; for professionals and officers.",
  })
  facilities(
    @Arg('filter', () => FacilityFilter, { nullable: true, description: 'しぼり込み / Filter.' }) filter: FacilityFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '件数(1–100) / How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<FacilityConnection> {
    return searchFacilities(context, filter, { first, after });
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, { description: '見ている人がこの事業所を管理できるか / Whether the viewer runs this facility.' })
  viewerCanAdminister(@Root() facility: FacilityType, @Ctx() { loaders }: IdentityContext): Promise<boolean> {
    return loaders.runs.load(facility);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [UserType], {
    description: '事業所の管理者。同じ地区で働く人にだけ見える / Who administers it; for those who work in the district.',
  })
  administrators(@Root() { id }: FacilityType, @Ctx() context: IdentityContext): Promise<UserType[]> {
    return administratorsOfFacility(context, id);
  }

  @Directive(listSize)
  @FieldResolver(() => PractitionerConnection, {
    description: '今の職員（専門職・職員にだけ見える） / Present staff; visible to professionals and officers.',
  })
  staff(
    @Root() facility: FacilityType,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '件数(1–100) / How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<PractitionerConnection> {
    return staffOfFacility(context, facility, { first, after });
  }
}
