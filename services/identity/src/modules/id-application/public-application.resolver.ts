import { Arg, Ctx, Directive, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { IdApplicationResubmitInput, IdApplicationSubmitInput } from './id-application.inputs.ts';
import { districtsToApplyTo } from './id-application.list.service.ts';
import { openByCode, resubmitApplication, withdrawApplication } from './id-application.inquiry.service.ts';
import { toReceipt } from './id-application.mapper.ts';
import { submitApplication } from './id-application.submit.service.ts';
import { readParts } from './id-application.parts.policy.ts';
import { toChangePayload } from './id-change.payload.ts';
import { submitChange } from './id-change.submit.service.ts';
import { ApplicationReceipt, IdApplicationSubmitPayload, IdApplicationWithdrawPayload } from './id-application.payload.type.ts';
import { ApplicationDistrict } from './id-application.type.ts';
import { toRefusal, toSubmitPayload, toWithdrawPayload } from './id-application.payload.ts';

/** What people without an ID may ask (`@tag(name: "public")`): the gateway lets these fields alone through without a sign-in. */
@Resolver()
export class PublicApplicationResolver {
  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => [ApplicationDistrict], { description: 'IDを申請できる地区(ログイン不要) / Districts one can apply to; no sign-in.' })
  applicationDistricts(@Ctx() context: IdentityContext): Promise<ApplicationDistrict[]> {
    return districtsToApplyTo(context);
  }

  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => ApplicationReceipt, {
    nullable: true,
    description:
      '受付番号と照会コードで状況を見る(ログイン不要)。番号がないときもコードが違うときもnull / Public status; null alike for an unknown number and a wrong code.',
  })
  async applicationStatus(
    @Arg('receiptNumber', () => String, { description: '受付番号 / Receipt number.' }) receiptNumber: string,
    @Arg('inquiryCode', () => String, { description: '照会コード / Inquiry code.' }) inquiryCode: string,
    @Ctx() context: IdentityContext,
  ): Promise<ApplicationReceipt | null> {
    const found = await openByCode(context, { receiptNumber, inquiryCode });
    return found && toReceipt(found, context.locale);
  }

  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationSubmitPayload, {
    description:
      'IDを申請する(ログイン不要)。様式2-1-1・2-1-2 と誓約書1-1。様式2-2は事業所の管理者がログインして出す / Applies for IDs, with the pledge 1-1; no sign-in. Form 2-2 is filed by the signed-in administrator of the facility.',
  })
  async idApplicationSubmit(
    @Arg('input', () => IdApplicationSubmitInput, { description: '申請 / The application.' }) input: IdApplicationSubmitInput,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationSubmitPayload> {
    const { form, change } = input;
    if (form === 'FORM_2_2' && change) return toChangePayload(context, await submitChange(context, { ...input, change }));
    const { fields, problems } = readParts(input);
    return fields ? toSubmitPayload(context, await submitApplication(context, fields)) : toRefusal(context, problems);
  }

  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationSubmitPayload, {
    description: '差し戻された申請を直して出し直す(ログイン不要) / Files a returned application again, mended; no sign-in.',
  })
  async idApplicationResubmit(
    @Arg('input', () => IdApplicationResubmitInput, { description: '直した申請 / The mended application.' })
    input: IdApplicationResubmitInput,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationSubmitPayload> {
    const { application, details, problems } = await resubmitApplication(context, input);
    return toSubmitPayload(context, { application, details, inquiryCode: null, replayed: false, problems });
  }

  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationWithdrawPayload, {
    description: '申請を取り下げる(ログイン不要) / Withdraws an application; no sign-in.',
  })
  async idApplicationWithdraw(
    @Arg('receiptNumber', () => String, { description: '受付番号 / Receipt number.' }) receiptNumber: string,
    @Arg('inquiryCode', () => String, { description: '照会コード / Inquiry code.' }) inquiryCode: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version you saw.' }) expectedVersion: number,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationWithdrawPayload> {
    return toWithdrawPayload(context, await withdrawApplication(context, { receiptNumber, inquiryCode, expectedVersion }));
  }
}
