import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { type FormCode, FormCodeEnum } from '../form/index.ts';
import { UserType } from '../user/index.ts';
import { pledgeStandings } from './pledge.standing.service.ts';
import { PledgeStandingConnection, PledgeStandingType } from './pledge.standing.type.ts';

@Resolver(() => PledgeStandingType)
export class PledgeStandingResolver {
  @Directive('@listSize(assumedSize: 50, sizedFields: ["nodes"])')
  @Directive('@tag(name: "internal")')
  @Query(() => PledgeStandingConnection, {
    description:
      '今の文面に誰が署名し、誰がまだか。フリガナの順に50件ずつ（職員だけ） / Who has signed the wording in force and who has not, fifty at a time in the order of the kana; for officers.',
  })
  pledgeStandings(
    @Arg('form', () => FormCodeEnum, { description: '様式1-1（事業所）か1-2（人） / Form 1-1, of facilities, or 1-2, of people.' })
    form: FormCode,
    @Arg('isOwed', () => Boolean, { description: 'まだの人か、署名した人か / Those who still owe it, or those who have signed.' })
    isOwed: boolean,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<PledgeStandingConnection> {
    return pledgeStandings(context, { form, isOwed, after });
  }

  @FieldResolver(() => UserType, { nullable: true, description: '人（様式1-2のとき） / The person, for form 1-2.' })
  user(@Root() { id, form }: PledgeStandingType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return form === 'FORM_1_2' ? loaders.user.load(id) : Promise.resolve(null);
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '事業所（様式1-1のとき） / The facility, for form 1-1.' })
  facility(@Root() { id, form }: PledgeStandingType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return form === 'FORM_1_1' ? loaders.facility.load(id) : Promise.resolve(null);
  }
}
