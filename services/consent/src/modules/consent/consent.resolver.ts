/** Form 3-1: take, amend, withdraw, read. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type ConsentContext, userErrors } from '../platform/index.ts';
import { PatientType, referTo, ViewerType } from '../foreign/index.ts';
import { consentLoaders, listRunningOut, listToAnswer } from './consent.access.ts';
import { amendConsent } from './consent.amend.service.ts';
import { attachToSubmitted } from './consent.paper.service.ts';
import { reviewConsent } from './consent.review.service.ts';
import {
  ConsentCategoriesUpdateInput,
  ConsentPaperAttachInput,
  ConsentSubmitInput,
  ConsentWithdrawInput,
  ReviewInput,
} from './consent.inputs.ts';
import { toConsent, toEvent, toPaper } from './consent.mapper.ts';
import { resolveConsent } from './consent.reference.ts';
import { grantStream } from './consent.stream.service.ts';
import { submitConsent } from './consent.submit.service.ts';
import {
  ConsentCategoriesUpdatePayload,
  ConsentEventType,
  ConsentPaperAttachPayload,
  ConsentPaperType,
  ConsentReviewPayload,
  ConsentSubmitPayload,
  ConsentType,
  ConsentWithdrawPayload,
  StreamGrantType,
} from './consent.type.ts';
import { withdrawConsent } from './consent.withdraw.service.ts';

@Resolver(() => ConsentType)
export class ConsentResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => ConsentType, {
    nullable: true,
    description: '同意。見られないときはnull / A consent; null when absent or not yours to see.',
  })
  consent(
    @Ctx() context: ConsentContext,
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
  ): Promise<ConsentType | null> {
    return resolveConsent({ id }, context);
  }

  @Directive('@inaccessible')
  @Query(() => StreamGrantType, { nullable: true, description: '同意の変化を受けてよいか / Whether the viewer may follow a consent.' })
  consentChangedGrant(
    @Ctx() context: ConsentContext,
    @Arg('patientId', () => ID, { description: '利用者(患者) / The patient.' }) patientId: string,
    @Arg('notBefore', () => Int, { defaultValue: 0, description: '反映済みであるべき位置 / Bus position that must have been applied.' })
    notBefore: number,
  ): Promise<StreamGrantType | null> {
    return grantStream(context, patientId, notBefore);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ConsentSubmitPayload, {
    description: '同意を得る。署名があればすぐ有効 / Takes a consent; signed, it is in force at once.',
  })
  async consentSubmit(
    @Ctx() context: ConsentContext,
    @Arg('input', () => ConsentSubmitInput, { description: '同意の内容 / The consent.' }) input: ConsentSubmitInput,
  ): Promise<ConsentSubmitPayload> {
    const { consentId, replayed, problems } = await submitConsent(context, input);
    return {
      consent: consentId ? await resolveConsent({ id: consentId }, context) : null,
      replayed,
      userErrors: userErrors(problems, context.locale),
    };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ConsentCategoriesUpdatePayload, {
    description: 'あとから区分を増減する。新しい版になる / Change categories later; creates a new version.',
  })
  async consentCategoriesUpdate(
    @Ctx() context: ConsentContext,
    @Arg('id', () => ID, { description: '同意 / The consent.' }) id: string,
    @Arg('input', () => ConsentCategoriesUpdateInput, { description: '区分の増減 / The change.' }) input: ConsentCategoriesUpdateInput,
  ): Promise<ConsentCategoriesUpdatePayload> {
    const { consentId, problems } = await amendConsent(context, id, input);
    const consent = consentId ? await resolveConsent({ id: consentId }, context) : null;
    return { consent, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ConsentReviewPayload, {
    description: '紙の同意を紙と見比べ、承認するか差し戻す(職員だけ) / Holds a consent against its paper; for officers.',
  })
  async consentReview(
    @Ctx() context: ConsentContext,
    @Arg('id', () => ID, { description: '同意 / The consent.' }) id: string,
    @Arg('input', () => ReviewInput, { description: '判断 / The decision.' }) input: ReviewInput,
  ): Promise<ConsentReviewPayload> {
    const { consentId, problems } = await reviewConsent(context, id, input);
    const consent = consentId ? await resolveConsent({ id: consentId }, context) : null;
    return { consent, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ConsentPaperAttachPayload, {
    description: '提出した同意に、あとから紙を添える / Attaches paper to a consent that was submitted.',
  })
  async consentPaperAttach(
    @Ctx() context: ConsentContext,
    @Arg('id', () => ID, { description: '同意 / The consent.' }) id: string,
    @Arg('input', () => ConsentPaperAttachInput, { description: '紙 / The paper.' }) input: ConsentPaperAttachInput,
  ): Promise<ConsentPaperAttachPayload> {
    const { consentId, problems } = await attachToSubmitted(context, id, input);
    const consent = consentId ? await resolveConsent({ id: consentId }, context) : null;
    return { consent, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ConsentWithdrawPayload, { description: '同意の撤回。すぐ効く / Withdrawal takes effect at once.' })
  async consentWithdraw(
    @Ctx() context: ConsentContext,
    @Arg('id', () => ID, { description: '同意 / The consent.' }) id: string,
    @Arg('input', () => ConsentWithdrawInput, { description: '撤回の内容 / The withdrawal.' }) input: ConsentWithdrawInput,
  ): Promise<ConsentWithdrawPayload> {
    const { consentId, roomId, replayed, problems } = await withdrawConsent(context, id, input);
    const consent = consentId ? await resolveConsent({ id: consentId }, context) : null;
    return { consent, room: referTo(roomId), replayed, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ConsentEventType], { description: '経過 / History.' })
  async history(@Root() root: ConsentType, @Ctx() context: ConsentContext): Promise<ConsentEventType[]> {
    return (await consentLoaders(context).history.load(root.id)).map((row) => toEvent(row, root, context.viewer));
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ConsentPaperType], {
    description: '届けた紙。見られないときは空 / Paper that was brought; empty for whom it is not for.',
  })
  async papers(@Root() root: ConsentType, @Ctx() context: ConsentContext): Promise<ConsentPaperType[]> {
    return root.viewerCanPrint ? (await consentLoaders(context).papers.load(root.id)).map(toPaper) : [];
  }
}

@Resolver(() => PatientType)
export class PatientConsentResolver {
  @FieldResolver(() => ConsentType, {
    nullable: true,
    description: '今の同意。撤回や期限切れは状態で分かる / The present consent; its state tells whether it is in force.',
  })
  async consent(@Root() { id }: PatientType, @Ctx() context: ConsentContext): Promise<ConsentType | null> {
    const row = await consentLoaders(context).newestOf.load(id);
    return row && toConsent(row, context);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description: 'これまでの同意。新しい順 / Every consent so far, the newest first.',
  })
  async consents(@Root() { id }: PatientType, @Ctx() context: ConsentContext): Promise<ConsentType[] | null> {
    const rows = await consentLoaders(context).allOf.load(id);
    return rows && rows.map((row) => toConsent(row, context));
  }
}

@Resolver(() => ViewerType)
export class ViewerConsentsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ConsentType], { nullable: true, description: '本人が答える同意 / Consents this person can withdraw.' })
  async consentsToAnswer(@Ctx() context: ConsentContext): Promise<ConsentType[]> {
    return (await listToAnswer(context)).map((row) => toConsent(row, context));
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description:
      '期限が過ぎた、または60日以内に過ぎる同意。申込者・世話役・主治医・ケアマネジャー・本人が更新する / Consents that have run out or do so within 60 days, for those who see to a new one.',
  })
  async consentsExpiring(@Ctx() context: ConsentContext): Promise<ConsentType[]> {
    return (await listRunningOut(context)).map((row) => toConsent(row, context));
  }
}
