import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { type User, UserType } from '../user/index.ts';
import { codeExpiry } from './enrolment.access.ts';
import { EnrolmentReissueInput } from './enrolment.inputs.ts';
import { EnrolmentReissuePayload } from './enrolment.type.ts';
import { reissueEnrolment } from './reissue.service.ts';

@Resolver(() => UserType)
export class EnrolmentResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => EnrolmentReissuePayload, {
    description:
      'まだ使い始めていないIDの登録コードを出し直す。前のコードと、それで決めたものは使えなくなる（職員だけ） / Another enrolment code for an ID that is not in use yet; the one before and what was chosen with it count no longer. For officers.',
  })
  async enrolmentReissue(
    @Arg('userId', () => ID, { description: '本人 / The person.' }) userId: string,
    @Arg('input', () => EnrolmentReissueInput, { description: '内容 / What is asked.' }) input: EnrolmentReissueInput,
    @Ctx() context: IdentityContext,
  ): Promise<EnrolmentReissuePayload> {
    const { problems, ...made } = await reissueEnrolment(context, userId, input);
    return { ...made, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'はじめての登録を終えた時。nullのIDはまだ使えない / When the first sign-in was finished; null: the ID is not in use yet.',
  })
  enrolledAt(@Root() user: User): Date | null {
    return user.enrolledAt ?? null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      '登録コードの期限。コードを待っているIDだけ、職員だけ / Until when the enrolment code counts; of IDs that wait for it, for officers.',
  })
  enrolmentCodeExpiresAt(@Root() user: User, @Ctx() context: IdentityContext): Promise<Date | null> {
    return codeExpiry(context, user);
  }
}
