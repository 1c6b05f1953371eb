import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { UserType } from '../user/index.ts';
import { RecoveryStartInput } from './recovery.inputs.ts';
import { type RecoveryState, stateOf } from './recovery.policy.ts';
import { canStartRecovery, cancelRecovery, recoveryUnderWay, startRecovery } from './recovery.service.ts';
import { RecoveryCancelPayload, RecoveryStartPayload, RecoveryStateEnum, RecoveryType } from './recovery.type.ts';

@Resolver(() => RecoveryType)
export class RecoveryResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => RecoveryStartPayload, {
    description:
      '対面で本人を確かめ、復旧を始める。24時間後から使え、本人にはすぐ知らされる / Begins a recovery after an identity proof in person; it can be used 24 hours later, the person is told at once.',
  })
  async recoveryStart(
    @Arg('userId', () => ID, { description: '本人 / The person.' }) userId: string,
    @Arg('input', () => RecoveryStartInput, { description: '内容 / What is asked.' }) input: RecoveryStartInput,
    @Ctx() context: IdentityContext,
  ): Promise<RecoveryStartPayload> {
    const { recovery, problems, code = null, replayed = false } = await startRecovery(context, userId, input);
    return { recovery, code, replayed, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RecoveryCancelPayload, { description: '復旧を取りやめる。本人もできる / Calls a recovery off; the person may as well.' })
  async recoveryCancel(
    @Arg('id', () => ID, { description: '復旧 / The recovery.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<RecoveryCancelPayload> {
    const { recovery, problems } = await cancelRecovery(context, id);
    return { recovery, userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => RecoveryStateEnum, { description: '状態 / State.' })
  state(@Root() recovery: RecoveryType, @Ctx() { now }: IdentityContext): RecoveryState {
    return stateOf(recovery, now());
  }

  @FieldResolver(() => UserType, { nullable: true, description: '本人 / The person.' })
  user(@Root() { userId }: RecoveryType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => UserType, { nullable: true, description: '始めた人 / Who began it.' })
  starter(@Root() { startedBy }: RecoveryType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(startedBy);
  }
}

@Resolver(() => UserType)
export class UserRecoveryResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RecoveryType, {
    nullable: true,
    description: '進行中の復旧。本人と、始められる人にだけ見える / A recovery under way; for the person and those who may begin one.',
  })
  recoveryUnderWay(@Root() user: UserType, @Ctx() context: IdentityContext): Promise<RecoveryType | null> {
    return recoveryUnderWay(context, user.id);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, {
    description: '見ている人がこのIDの復旧を始められるか / Whether the viewer may begin a recovery of this ID.',
  })
  viewerCanStartRecovery(@Root() user: UserType, @Ctx() context: IdentityContext): Promise<boolean> {
    return canStartRecovery(context, user.id);
  }
}
