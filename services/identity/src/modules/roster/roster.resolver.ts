import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { userErrors } from '../problem/index.ts';
import { UserType } from '../user/index.ts';
import { rosterOf } from './roster.access.ts';
import { RosterConfirmInput } from './roster.inputs.ts';
import { toRoster } from './roster.mapper.ts';
import { confirmRoster } from './roster.service.ts';
import { RosterConfirmationType, RosterConfirmPayload, RosterEntryType, RosterType } from './roster.type.ts';

@Resolver(() => FacilityType)
export class FacilityRosterResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RosterType, {
    nullable: true,
    description: '年に一度の名簿の確認。管理者とセンターにだけ見える / The yearly roster; for the administrators and the center.',
  })
  async roster(@Root() facility: FacilityType, @Ctx() context: IdentityContext): Promise<RosterType | null> {
    return toRoster(await rosterOf(context, facility));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RosterConfirmPayload, {
    description: '職員の名簿を確認する。事業所の管理者だけ / Confirms who works there; for the administrators of the facility.',
  })
  async rosterConfirm(
    @Arg('facilityId', () => ID, { description: '事業所 / The facility.' }) facilityId: string,
    @Arg('input', () => RosterConfirmInput, { description: '答え / The answers.' }) input: RosterConfirmInput,
    @Ctx() context: IdentityContext,
  ): Promise<RosterConfirmPayload> {
    const { roster, replayed, problems } = await confirmRoster(context, facilityId, input);
    return { roster: toRoster(roster), replayed, userErrors: userErrors(problems, context.locale) };
  }
}

@Resolver(() => RosterConfirmationType)
export class RosterConfirmationResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '確認した人 / Who confirmed it.' })
  confirmedBy(@Root() { confirmedById }: RosterConfirmationType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(confirmedById);
  }
}

@Resolver(() => RosterEntryType)
export class RosterEntryResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'この人 / The person.' })
  user(@Root() { userId }: RosterEntryType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }
}
