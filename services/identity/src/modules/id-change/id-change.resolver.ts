import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { UserType } from '../user/index.ts';
import { candidatesFor, ownSeats, seatsOfChange, standingOf } from './id-change.look.service.ts';
import { IdChangeDetails, StewardSeatType } from './id-change.type.ts';

@Resolver(() => IdChangeDetails)
export class IdChangeDetailsResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '本人 / The person.' })
  async user(@Root() { userId }: IdChangeDetails, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '申請した事業所 / Facility that filed it.' })
  async facility(@Root() { facilityId }: IdChangeDetails, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : null;
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '異動先 / Facility they move to.' })
  async toFacility(@Root() { toFacilityId }: IdChangeDetails, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return toFacilityId ? loaders.facility.load(toFacilityId) : null;
  }

  @FieldResolver(() => [StewardSeatType], {
    description:
      '世話役をしている部屋。異動・休止・廃止では、すべてに後任が決まるまで承認できない / Rooms whose steward they are; approval needs a successor for each when they go.',
  })
  seats(@Root() details: IdChangeDetails, @Ctx() context: IdentityContext): Promise<StewardSeatType[]> {
    return seatsOfChange(context, details);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: '入れなくなった時。審査が遅れても、効力の生じる時に終わる / When access ended: at its minute, even if the review is late.',
  })
  async endedAt(@Root() { applicationId }: IdChangeDetails, @Ctx() context: IdentityContext): Promise<Date | null> {
    return (await standingOf(context, applicationId))?.endedAt ?? null;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: '届け出のとおりになった時 / When it was carried out.' })
  async carriedOutAt(@Root() { applicationId }: IdChangeDetails, @Ctx() context: IdentityContext): Promise<Date | null> {
    return (await standingOf(context, applicationId))?.carriedOutAt ?? null;
  }
}

@Resolver(() => StewardSeatType)
export class StewardSeatResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '後任 / The successor.' })
  async successor(@Root() { successorId }: StewardSeatType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return successorId ? loaders.user.load(successorId) : null;
  }

  @FieldResolver(() => [UserType], {
    description:
      '後任にできる人。職員には部屋の参加者、管理者にはそのうち自分の事業所の人 / Who can follow: to officers the members of the room, to administrators those of their own facility among them.',
  })
  candidates(@Root() seat: StewardSeatType, @Ctx() context: IdentityContext): Promise<UserType[]> {
    return candidatesFor(context, seat);
  }
}

@Resolver(() => UserType)
export class UserSeatsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [StewardSeatType], {
    nullable: true,
    description: '世話役をしている部屋。この人を管理する人にだけ見える / Rooms whose steward they are; for those who answer for them.',
  })
  stewardSeats(@Root() user: UserType, @Ctx() context: IdentityContext): Promise<StewardSeatType[] | null> {
    return ownSeats(context, user.id);
  }
}
