/** What is sent with a consent. */
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Category, InformationCategoryEnum } from '../platform/index.ts';
import type { ConsentChannel, ConsentGiver, ConsentMethod } from './consent.entity.ts';
import { ConsentChannelEnum, ConsentGiverEnum, ConsentMethodEnum, type ReviewDecision, ReviewDecisionEnum } from './consent.enums.ts';

@InputType('ConsentCategoryInput', { description: '区分ごとの同意 / Consent to one category.' })
export class ConsentCategoryInput {
  @Field(() => InformationCategoryEnum, { description: '区分 / Category.' })
  category!: Category;

  @Field(() => Boolean, { description: '同意する / Granted.' })
  granted!: boolean;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '家族にも見せてよい / May be shown to family.' })
  visibleToFamily?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '連携システムにも渡してよい / May be read by partner systems.',
  })
  visibleToPartners?: boolean | null;
}

@InputType('SignatureInput', { description: '画面に書いた署名(PNG、40 KBまで) / A signature drawn on the screen: PNG, at most 40 KB.' })
export class SignatureInput {
  @Field(() => String, { description: 'image/png / image/png.' })
  contentType!: string;

  @Field(() => String, { description: '画像(base64) / The picture in base64.' })
  base64!: string;
}

@InputType('ConsentSubmitInput', { description: '同意書(様式3-1) / Form 3-1.' })
export class ConsentSubmitInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '利用者(患者) / The patient.' })
  patientId!: string;

  @Field(() => ConsentGiverEnum, { description: '同意する人 / Who consents.' })
  giver!: ConsentGiver;

  @Field(() => String, { description: '同意する人の氏名 / Name of who consents.' })
  giverName!: string;

  @Field(() => String, { nullable: true, description: '続柄。家族の代理では必須 / Relation to the patient; required of family.' })
  proxyRelation?: string | null;

  @Field(() => String, { nullable: true, description: '代理の理由 / Why a proxy consents.' })
  proxyReason?: string | null;

  @Field(() => ConsentMethodEnum, { description: '同意の方法 / How consent is given.' })
  method!: ConsentMethod;

  @Field(() => String, { description: '読んだ文面の版 / Version of the wording that was read.' })
  textVersion!: string;

  @Field(() => ID, { description: '説明した人 / Who explained.' })
  explainedById!: string;

  @Field(() => DateTimeScalar, { description: '説明した時 / When explained.' })
  explainedAt!: Date;

  @Field(() => DateTimeScalar, { description: '署名した時 / When signed.' })
  signedAt!: Date;

  @Field(() => [ConsentCategoryInput], { description: '区分ごとの同意。すべての区分に答える / Every category answered.' })
  categories!: ConsentCategoryInput[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '災害時に市町村へ安否を渡してよい / Municipality may see safety data in a disaster.',
  })
  disasterUse?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: '期限の日 / Last day in force.' })
  expiresOn?: string | null;

  @Field(() => String, { nullable: true, description: '様式に書かれる利用者の氏名 / Name of the patient as it stands on the form.' })
  patientName?: string | null;

  @Field(() => SignatureInput, { nullable: true, description: '署名。端末で署名したとき / The signature, when signed on screen.' })
  signature?: SignatureInput | null;

  @Field(() => ID, { nullable: true, description: '届けた紙。あとからでもよい / Paper that was brought; may follow later.' })
  documentUploadId?: string | null;
}

@InputType('ConsentCategoriesUpdateInput', { description: '区分の増減 / A change of categories.' })
export class ConsentCategoriesUpdateInput {
  @Field(() => [ConsentCategoryInput], { description: '区分ごとの同意。すべての区分に答える / Every category answered.' })
  categories!: ConsentCategoryInput[];

  @Field(() => String, { description: '同意する人の氏名 / Name of who consents.' })
  giverName!: string;

  @Field(() => SignatureInput, {
    nullable: true,
    description:
      '署名。見せる範囲を広げるときに必要(本人のアカウントからは不要) / The signature: needed when more is shown or to more people, unless the patient does it in their own account.',
  })
  signature?: SignatureInput | null;

  @Field(() => ID, { nullable: true, description: '届けた紙。署名の代わりになる / Paper that was brought; stands for the signature.' })
  documentUploadId?: string | null;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}

@InputType('ConsentWithdrawInput', { description: '同意の撤回 / Withdrawal of a consent.' })
export class ConsentWithdrawInput {
  @Field(() => ID, { description: '識別子(UUIDv7)。二重送信を防ぐ / Key (UUIDv7) against doubles.' })
  idempotencyKey!: string;

  @Field(() => ConsentGiverEnum, { description: '撤回する人 / Who withdraws.' })
  withdrawnBy!: ConsentGiver;

  @Field(() => String, { description: '撤回する人の氏名 / Name of who withdraws.' })
  withdrawnByName!: string;

  @Field(() => String, { nullable: true, description: '理由 / Reason.' })
  reason?: string | null;

  @Field(() => ConsentChannelEnum, {
    nullable: true,
    description: '受けた方法。本人のアカウントでは省く。省けば対面 / By which way; left out in the own account; else in person.',
  })
  channel?: ConsentChannel | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '受けた時。省けば今 / When it was received; now when left out.' })
  receivedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: '届けた紙。紙で受けたときは必須 / Paper that was brought; required for PAPER.' })
  documentUploadId?: string | null;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}

@InputType('ReviewInput', { description: '審査 / A review.' })
export class ReviewInput {
  @Field(() => ReviewDecisionEnum, { description: '判断 / Decision.' })
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: '差し戻し・却下のときは必須 / Required for RETURN and REJECT.' })
  reason?: string | null;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}

@InputType('ConsentPaperAttachInput', { description: '添える紙 / Paper to attach.' })
export class ConsentPaperAttachInput {
  @Field(() => ID, { description: '届けた紙 / Paper that was brought.' })
  documentUploadId!: string;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}
