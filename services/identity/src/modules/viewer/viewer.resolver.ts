import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Ctx, Directive, FieldResolver, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { DeviceStandingType, DeviceType, ownDevices, ownStanding } from '../device/index.ts';
import { FacilityType } from '../facility/index.ts';
import { ownDebts, ownPledges, PledgeOwedType, PledgeType } from '../pledge/index.ts';
import { RecoveryType, recoveryUnderWay } from '../recovery/index.ts';
import { ownSessions, requirePerson, SessionType } from '../session/index.ts';
import { ownCaseSince } from '../shared-id/index.ts';
import { UserType } from '../user/index.ts';
import { isOwnChangeSuggested, ownPasswordChangedAt, ownProofUntil } from './viewer.service.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'ログイン中の人。未ログインはnull / The signed-in person; null when signed out.',
  })
  viewer(@Ctx() { viewer }: IdentityContext): ViewerType | null {
    return viewer.type === 'person' ? { id: viewer.userId } : null;
  }

  @FieldResolver(() => UserType, { description: '本人 / The person.' })
  user(@Ctx() context: IdentityContext): Promise<UserType | null> {
    return context.loaders.user.load(requirePerson(context).userId);
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '今の所属 / Where the person works in this session.' })
  async activeFacility(@Ctx() context: IdentityContext): Promise<FacilityType | null> {
    const { facilityId } = requirePerson(context);
    return facilityId ? context.loaders.facility.load(facilityId) : null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [SessionType], { description: 'サインインしている端末・画面 / Where one is signed in.' })
  sessions(@Ctx() context: IdentityContext): Promise<SessionType[]> {
    return ownSessions(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'この時まで本人確認がいらない。過ぎていればまた求められる / Until when no new proof of identity is asked for in this sign-in, also when that is over.',
  })
  provedUntil(@Ctx() context: IdentityContext): Promise<Date | null> {
    return ownProofUntil(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'パスワードを最後に変えた時 / When the password was last changed.' })
  passwordChangedAt(@Ctx() context: IdentityContext): Promise<Date | null> {
    return ownPasswordChangedAt(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, {
    description: "手引きの目安(3か月)を過ぎた。強制はしない / Past the guide's three-month suggestion; a reminder, not a block.",
  })
  passwordChangeSuggested(@Ctx() context: IdentityContext): Promise<boolean> {
    return isOwnChangeSuggested(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RecoveryType, {
    nullable: true,
    description:
      "自分のIDの復旧が進行中。心当たりがなければ取りやめる / A recovery of one's own ID under way, to be called off by who knows nothing of it.",
  })
  recoveryUnderWay(@Ctx() context: IdentityContext): Promise<RecoveryType | null> {
    return recoveryUnderWay(context, requirePerson(context).userId);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      '自分のIDが同時に使われた疑いを、センターが確かめ始めた時。なければnull / Since when the center looks into whether this ID is shared; null when it does not.',
  })
  sharedIdAskedAt(@Ctx() context: IdentityContext): Promise<Date | null> {
    return ownCaseSince(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [DeviceType], { description: '自分が登録した端末 / Devices one has registered.' })
  devices(@Ctx() context: IdentityContext): Promise<DeviceType[]> {
    return ownDevices(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DeviceStandingType, {
    description:
      '端末の登録が求められているか、今のサインインはどうか / Whether a registered device is asked for, and what this sign-in has.',
  })
  deviceStanding(@Ctx() context: IdentityContext): Promise<DeviceStandingType> {
    return ownStanding(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [PledgeType], { description: '自分が署名した誓約書 / Pledges that one has signed.' })
  pledges(@Ctx() context: IdentityContext): Promise<PledgeType[]> {
    return ownPledges(context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [PledgeOwedType], {
    description:
      'これから署名する誓約書。自分のものと、管理する事業所のもの / Pledges still to be signed, for oneself and for facilities that one runs.',
  })
  pledgesOwed(@Ctx() context: IdentityContext): Promise<PledgeOwedType[]> {
    return ownDebts(context);
  }
}
