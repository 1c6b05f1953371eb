/** The review of an unused room: whom the center asked, what they said, and what was decided. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { PatientType, resolvePatient } from '../patient/index.ts';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { dormancyLoaders } from './dormancy.access.ts';
import type { DormancyDecision } from './dormancy.entity.ts';
import { DormancyAnswerInput, DormancyDecisionEnum } from './dormancy.inputs.ts';
import { toReview } from './dormancy.mapper.ts';
import { decideReview, recordAnswer, type ReviewOutcome } from './dormancy.service.ts';
import { DormancyReviewPayload, DormancyReviewType } from './dormancy.type.ts';

const toPayload = ({ review, problems }: ReviewOutcome, context: RoomContext): DormancyReviewPayload => ({
  dormancyReview: review && toReview(review, context),
  userErrors: userErrors(problems, context.locale),
});

@Resolver(() => DormancyReviewType)
export class DormancyReviewResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => DormancyReviewPayload, {
    description: '休眠の確認で、だれにどう聞き、何と答えたかを記録する。職員だけ / Records who was asked and what they said; for officers.',
  })
  async dormancyReviewAnswer(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '休眠の確認 / The review.' }) id: string,
    @Arg('input', () => DormancyAnswerInput, { description: '聞いたことと答え / What was asked and said.' }) input: DormancyAnswerInput,
  ): Promise<DormancyReviewPayload> {
    return toPayload(await recordAnswer(context, id, input), context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => DormancyReviewPayload, {
    description:
      '休眠の部屋を続けるか閉じるか決める。両方の答えのあと。答えと違うときは理由が要る / Decides, once both have answered; other than they said, with a reason.',
  })
  async dormancyReviewDecide(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '休眠の確認 / The review.' }) id: string,
    @Arg('decision', () => DormancyDecisionEnum, { description: '続けるか閉じるか / Keep or close.' }) decision: DormancyDecision,
    @Arg('reason', () => String, { nullable: true, description: '理由(1000文字まで) / Reason, up to 1,000 characters.' })
    reason?: string | null,
  ): Promise<DormancyReviewPayload> {
    return toPayload(await decideReview(context, id, { decision, reason }), context);
  }

  @FieldResolver(() => RoomType, { nullable: true, description: '部屋。見られないときはnull / The room; null when not yours to see.' })
  room(@Root() { roomId }: DormancyReviewType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    return resolveRoom({ id: roomId }, context);
  }

  @FieldResolver(() => PatientType, {
    nullable: true,
    description: '聞く相手の利用者(患者)。見られないときはnull / The patient who is asked; null when not yours to see.',
  })
  patient(@Root() { patientId }: DormancyReviewType, @Ctx() context: RoomContext): Promise<PatientType | null> {
    return resolvePatient({ id: patientId }, context);
  }
}

@Resolver(() => RoomType)
export class RoomDormancyResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => DormancyReviewType, {
    nullable: true,
    description:
      '休眠の確認のうち新しいもの。医療・介護の参加者、利用者、職員に見える / The newest review; for care team, patient and centre.',
  })
  async dormancyReview(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<DormancyReviewType | null> {
    const row = await dormancyLoaders(context).ofRoom.load(id);
    return row && toReview(row, context);
  }
}
