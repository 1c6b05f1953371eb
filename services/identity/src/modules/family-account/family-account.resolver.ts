import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FamilyAccount, FamilyAccountInput, FamilyLetterInput } from './family-account.inputs.ts';
import { prepareAccount, printFamilyLetter } from './family-account.service.ts';

/** In no schema that a client sees: one service asks another. */
@Resolver()
export class FamilyAccountResolver {
  @Directive('@inaccessible')
  @Mutation(() => FamilyAccount, { description: '招待された人のIDを用意する / Prepares an account for somebody who was invited.' })
  familyAccountPrepare(
    @Arg('input', () => FamilyAccountInput, { description: '内容 / What is known of them.' }) input: FamilyAccountInput,
    @Ctx() context: IdentityContext,
  ): Promise<FamilyAccount> {
    return prepareAccount(context, input);
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
