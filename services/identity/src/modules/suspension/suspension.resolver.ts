import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { UserType } from '../user/index.ts';
import { UserSuspendInput } from './suspension.inputs.ts';
import { reinstateUser, suspendUser } from './suspension.service.ts';
import { SuspensionType, UserReinstatePayload, UserSuspendPayload } from './suspension.type.ts';

@Resolver(() => SuspensionType)
export class SuspensionResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '止められた人 / The person.' })
  user(@Root() { userId }: SuspensionType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => UserType, { nullable: true, description: '止めた人 / Who stopped it.' })
  startedBy(@Root() { startedById }: SuspensionType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(startedById);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => UserSuspendPayload, {
    description: 'IDを止める。サインインも配信もすぐに終わる / Stops an ID; sign-ins and streams end at once.',
  })
  async userSuspend(
    @Arg('id', () => ID, { description: '止める人 / The person.' }) id: string,
    @Arg('input', () => UserSuspendInput, { description: '理由 / Why.' }) { reason }: UserSuspendInput,
    @Ctx() context: IdentityContext,
  ): Promise<UserSuspendPayload> {
    const { user, problems } = await suspendUser(context, id, reason);
    return { user, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => UserReinstatePayload, { description: '止めたIDを戻す / Lets a stopped ID in again.' })
  async userReinstate(
    @Arg('id', () => ID, { description: '戻す人 / The person.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<UserReinstatePayload> {
    const { user, problems } = await reinstateUser(context, id);
    return { user, userErrors: userErrors(problems, context.locale) };
  }
}
