import { DateScalar } from '@heya/service-common/graphql-types';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FamilyAccount, FamilyAccountInput, FamilyLetterInput } from './family-account.inputs.ts';
import { fitsBirthDate, prepareAccount, printFamilyLetter } from './family-account.service.ts';

/** In no schema that a client sees: one service asks another. */
@Resolver()
export class FamilyAccountResolver {
  @Directive('@inaccessible')
  @Mutation(() => FamilyAccount, {
    nullable: true,
    description:
      '招待された人のIDを用意する。停止されたIDにはnull / Prepares an account for somebody who was invited; null when it was stopped.',
  })
  familyAccountPrepare(
    @Arg('input', () => FamilyAccountInput, { description: '内容 / What is known of them.' }) input: FamilyAccountInput,
    @Ctx() context: IdentityContext,
  ): Promise<FamilyAccount | null> {
    return prepareAccount(context, input);
  }

  @Directive('@inaccessible')
  @Query(() => Boolean, {
    description: 'この人のIDの生年月日が、これと違わないか / Whether the birth date of this ID, where it has one, is no other than this.',
  })
  familyBirthDateFits(
    @Arg('userId', () => ID, { description: '人 / The person.' }) userId: string,
    @Arg('birthDate', () => DateScalar, { description: '生年月日 / Birth date.' }) birthDate: string,
    @Ctx() context: IdentityContext,
  ): Promise<boolean> {
    return fitsBirthDate(context, userId, birthDate);
  }

  @Directive('@inaccessible')
  @Query(() => String, { description: '招待の手紙(PDF、base64) / The letter, a PDF in base64.' })
  familyLetterPrint(
    @Arg('input', () => FamilyLetterInput, { description: '内容 / What it says.' }) input: FamilyLetterInput,
    @Ctx() context: IdentityContext,
  ): Promise<string> {
    return printFamilyLetter(context, input);
  }
}
