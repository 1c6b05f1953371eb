import type { FormCode } from '@heya/forms/sheet';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FormCodeEnum } from '../form/index.ts';
import { blankForm } from './blank-form.service.ts';
import { printLetters } from './letter.service.ts';
import { PrintedFile } from './printed-file.type.ts';
import { EnrolmentCodeInput } from './printed-form.inputs.ts';
import { printByCode } from './printed-form.service.ts';

@Resolver()
export class PrintedFormResolver {
  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => PrintedFile, {
    nullable: true,
    description: '手で書く様式(ログイン不要)。様式3-1はnull / A form to be written by hand; no sign-in. Null for form 3-1.',
  })
  blankForm(
    @Arg('districtId', () => ID, { description: '地区 / District.' }) districtId: string,
    @Arg('form', () => FormCodeEnum, { description: '様式 / Form.' }) form: FormCode,
    @Ctx() context: IdentityContext,
  ): Promise<PrintedFile | null> {
    return blankForm(context, { districtId, form });
  }

  @Directive('@tag(name: "public")')
  @Directive('@tag(name: "internal")')
  @Query(() => PrintedFile, {
    nullable: true,
    description:
      '出した申請を様式で(ログイン不要)。番号がないときもコードが違うときもnull / What was filed, as its form; null alike for an unknown number and a wrong code.',
  })
  applicationForm(
    @Arg('receiptNumber', () => String, { description: '受付番号 / Receipt number.' }) receiptNumber: string,
    @Arg('inquiryCode', () => String, { description: '照会コード / Inquiry code.' }) inquiryCode: string,
    @Ctx() context: IdentityContext,
  ): Promise<PrintedFile | null> {
    return printByCode(context, { receiptNumber, inquiryCode });
  }

  @Directive('@tag(name: "internal")')
  @Query(() => PrintedFile, {
    nullable: true,
    description:
      '登録コードの手紙。1人1枚、1つのファイル。コードは発行したときに受け取ったもの(職員だけ) / Letters with enrolment codes, a page each, in one file; the codes as they were given out. For officers.',
  })
  enrolmentLetters(
    @Arg('codes', () => [EnrolmentCodeInput], { description: '登録コード(100人まで) / The codes, at most 100.' })
    codes: EnrolmentCodeInput[],
    @Ctx() context: IdentityContext,
  ): Promise<PrintedFile | null> {
    return printLetters(context, codes);
  }
}
