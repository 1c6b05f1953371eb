import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { IdChangeResubmitInput, SuccessorInput } from '../id-change/index.ts';
import { ViewerType } from '../viewer/index.ts';
import { ownChanges } from './id-change.list.service.ts';
import { toChangeOutcome, toChangePayload } from './id-change.payload.ts';
import { nameChangeSuccessors } from './id-change.review.service.ts';
import { resubmitChange, withdrawChange } from './id-change.submit.service.ts';
import { toApplication } from './id-application.mapper.ts';
import { IdApplicationSubmitPayload, IdApplicationWithdrawPayload } from './id-application.payload.type.ts';
import { IdApplicationType } from './id-application.type.ts';

@Resolver(() => ViewerType)
export class IdChangeResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [IdApplicationType], {
    description: '自分のIDについて出された変更(様式2-2)。新しい順 / Changes filed about one’s own ID, form 2-2, newest first.',
  })
  async idChanges(@Ctx() context: IdentityContext): Promise<IdApplicationType[]> {
    return (await ownChanges(context)).map((row) => toApplication(row, context.viewer));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationSubmitPayload, {
    description: '差し戻された様式2-2を直して出し直す / Files a returned form 2-2 again, mended.',
  })
  async idChangeResubmit(
    @Arg('id', () => ID, { description: '申請 / The application.' }) id: string,
    @Arg('input', () => IdChangeResubmitInput, { description: '直した内容 / The mended contents.' }) input: IdChangeResubmitInput,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationSubmitPayload> {
    return toChangePayload(context, await resubmitChange(context, { id, ...input }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationWithdrawPayload, {
    description:
      '様式2-2を取り下げる。再発行は、心当たりのない本人も取り下げられる / Withdraws a form 2-2; a re-issue also by the person, who has lost nothing.',
  })
  async idChangeWithdraw(
    @Arg('id', () => ID, { description: '申請 / The application.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationWithdrawPayload> {
    return toChangeOutcome(context, await withdrawChange(context, { id, expectedVersion }));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationWithdrawPayload, {
    description:
      '世話役の後任を決める。いなくなったあとでも決められる（職員だけ） / Names successors as steward, after the person has gone as well; for officers.',
  })
  async idChangeNameSuccessors(
    @Arg('id', () => ID, { description: '申請 / The application.' }) id: string,
    @Arg('successors', () => [SuccessorInput], { description: '後任 / Successors.' }) successors: SuccessorInput[],
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationWithdrawPayload> {
    return toChangeOutcome(context, await nameChangeSuccessors(context, { id, successors, expectedVersion }));
  }
}
