import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { lookUpAccount } from './directory.service.ts';
import { AffiliationType, PractitionerType, UserType } from './user.type.ts';

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserType, { nullable: true, description: '人。見えないときはnull / A person; null when not visible.' })
  user(
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
    @Ctx() { loaders }: IdentityContext,
  ): Promise<UserType | null> {
    return loaders.user.load(id);
  }

  @Directive('@tag(name: "internal")')
  @Query(() => UserType, {
    nullable: true,
    description: 'ログインIDがぴったり合う人。専門職だけが使える / The person with exactly this account name; for professionals only.',
  })
  userByAccountName(
    @Arg('accountName', () => String, { description: 'ログインID / Account name.' }) accountName: string,
    @Ctx() context: IdentityContext,
  ): Promise<UserType | null> {
    return lookUpAccount(context, accountName);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, {
    description: '見ている人がこのIDを止め、また戻せるか / Whether the viewer may stop this ID and let it in again.',
  })
  async viewerCanAdminister(@Root() user: UserType, @Ctx() { loaders }: IdentityContext): Promise<boolean> {
    return 'user' in (await loaders.administered.load(user.id));
  }

  @FieldResolver(() => PractitionerType, { nullable: true, description: '専門職としての面 / The professional side, if any.' })
  practitioner(@Root() user: UserType, @Ctx() { loaders }: IdentityContext): Promise<PractitionerType | null> {
    return loaders.practitionerOfUser.load(user.id);
  }
}

@Resolver(() => PractitionerType)
export class PractitionerResolver {
  @FieldResolver(() => UserType, { description: 'この人 / The person.' })
  user(@Root() practitioner: PractitionerType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(practitioner.userId);
  }

  @FieldResolver(() => [AffiliationType], { description: '所属 / Where they work.' })
  affiliations(@Root() practitioner: PractitionerType, @Ctx() { loaders }: IdentityContext): Promise<AffiliationType[]> {
    return loaders.affiliations.load(practitioner.id);
  }
}

@Resolver(() => AffiliationType)
export class AffiliationResolver {
  @FieldResolver(() => FacilityType, { description: '事業所 / The facility.' })
  facility(@Root() affiliation: AffiliationType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return loaders.facility.load(affiliation.facilityId);
  }
}
