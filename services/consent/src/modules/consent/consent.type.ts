/** Consent as the API shows it. */
import type { ConsentState } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { type Category, InformationCategoryEnum, UserErrorType } from '../platform/index.ts';
import { PatientType, RoomType, UserType } from '../foreign/index.ts';
import type { ConsentChannel, ConsentEventKind, ConsentGiver, ConsentMethod } from './consent.entity.ts';
import { ConsentChannelEnum, ConsentEventKindEnum, ConsentGiverEnum, ConsentMethodEnum, ConsentStatusEnum } from './consent.enums.ts';
import type { Standing } from '../projection/index.ts';

@ObjectType('ConsentCategory', { description: '区分ごとの同意 / Consent to one category.' })
export class ConsentCategoryType {
  @Field(() => InformationCategoryEnum, { description: '区分 / Category.' })
  category!: Category;

  @Field(() => Boolean, { description: '同意した / Granted.' })
  granted!: boolean;

  @Field(() => Boolean, { description: '外せない区分 / Cannot be declined while using the room.' })
  mandatory!: boolean;

  @Field(() => Boolean, { description: '家族にも見せてよい / May also be shown to family members in the room.' })
  visibleToFamily!: boolean;

  @Field(() => Boolean, { description: '連携システムにも渡してよい / May also be read by partner systems.' })
  visibleToPartners!: boolean;

  @Field(() => DateTimeScalar, { description: '変わった時 / When changed.' })
  changedAt!: Date;
}

@ObjectType('ConsentEvent', { description: '同意の経過 / A step in the history of a consent.' })
export class ConsentEventType {
  @Field(() => DateTimeScalar, { description: '時 / When.' })
  at!: Date;

  @Field(() => UserType, { nullable: true, description: '行った人 / Who.' })
  actor!: UserType | null;

  @Field(() => String, { description: '行った人の氏名(そのとき) / Name at the time.' })
  actorName!: string;

  @Field(() => ConsentEventKindEnum, { description: '種類 / Kind.' })
  kind!: ConsentEventKind;

  @Field(() => String, { nullable: true, description: '書き添え / Note.' })
  note!: string | null;

  @Field(() => Int, { description: 'その後の同意の版 / Version of the consent after it.' })
  consentVersion!: number;

  @Field(() => ConsentChannelEnum, { nullable: true, description: '申し出を受けた方法 / By which way somebody said so.' })
  channel!: ConsentChannel | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '申し出を受けた時 / When it was received.' })
  receivedAt!: Date | null;
}

@ObjectType('ConsentPaper', { description: '届けた紙。ページは /files で見る / Paper that was brought; its pages are fetched as files.' })
export class ConsentPaperType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'ページの数 / How many pages.' })
  pages!: number;

  @Field(() => Int, { description: 'どの版の紙か / The version it belongs to.' })
  consentVersion!: number;

  @Field(() => DateTimeScalar, { description: '届けた時 / When it was brought.' })
  broughtAt!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType('Consent', { description: '利用に関する同意書(様式3-1) / Patient consent.' })
export class ConsentType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => PatientType, { nullable: true, description: '利用者(患者) / The patient.' })
  patient!: PatientType | null;

  @Field(() => ConsentStatusEnum, { description: '状態。期限切れは読むときに分かる / State; expiry shows when read.' })
  status!: ConsentState;

  @Field(() => Int, { description: '同意の版。内容が変わるたび増える / Grows on every change.' })
  version!: number;

  @Field(() => [ConsentCategoryType], { description: '区分ごとの同意 / By category.' })
  categories!: ConsentCategoryType[];

  @Directive('@tag(name: "internal")')
  @Field(() => ConsentGiverEnum, { description: '同意した人 / Who consented.' })
  giver!: ConsentGiver;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { description: '同意した人の氏名 / Name of who consented.' })
  giverName!: string;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true, description: '代理の続柄 / How the proxy is related to the patient.' })
  proxyRelation!: string | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true, description: '代理の理由 / Why a proxy consented.' })
  proxyReason!: string | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { description: '受付番号。印刷した様式のQRコードと同じ / Receipt number, as in the QR code of the printed form.' })
  receiptNumber!: string;

  @Directive('@tag(name: "internal")')
  @Field(() => ConsentMethodEnum, { description: '同意の方法 / How consent was given.' })
  method!: ConsentMethod;

  @Field(() => Boolean, { description: '災害時に市町村へ安否を渡してよい / Municipality may see safety data during a declared disaster.' })
  disasterUse!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '期限の日(その日まで有効) / Last day in force.' })
  expiresOn!: string | null;

  @Field(() => String, { description: '読んだ文面の版 / Version of the wording that was read.' })
  textVersion!: string;

  @Field(() => UserType, { nullable: true, description: '説明した人 / Who explained.' })
  explainedBy!: UserType | null;

  @Field(() => String, { description: '説明した人の氏名(そのとき) / Name of who explained, at the time.' })
  explainedByName!: string;

  @Field(() => DateTimeScalar, { description: '説明した時 / When explained.' })
  explainedAt!: Date;

  @Field(() => DateTimeScalar, { description: '署名した時 / When signed.' })
  signedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '有効になった時 / In force since.' })
  activeSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回した時 / When withdrawn.' })
  withdrawnAt!: Date | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true, description: '撤回の理由 / Reason of the withdrawal.' })
  withdrawalReason!: string | null;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が今撤回できるか / Whether you can withdraw it now.' })
  viewerCanWithdraw!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が今区分を増減できるか / Whether you can change its categories now.' })
  viewerCanAmend!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が今審査できるか / Whether you can review it now.' })
  viewerCanReview!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が今紙を届けられるか / Whether you can attach paper to it now.' })
  viewerCanAttach!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が写し(様式3-1)を受け取れるか / Whether you can have its copy, form 3-1.' })
  viewerCanPrint!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, { description: '自分が新しい同意をいただけるか / Whether you can take a new one in its place.' })
  viewerCanRenew!: boolean;

  /** Not in the schema: how the viewer stands to the patient. */
  standing!: Standing;
}

@ObjectType('ConsentSubmitPayload', { description: '同意の提出の結果 / Result of submitting a consent.' })
export class ConsentSubmitPayload {
  @Field(() => ConsentType, { nullable: true, description: '同意 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('ConsentReviewPayload', { description: '同意の審査の結果 / Result of reviewing a consent.' })
export class ConsentReviewPayload {
  @Field(() => ConsentType, { nullable: true, description: '同意 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('ConsentPaperAttachPayload', { description: '紙を添えた結果 / Result of attaching paper.' })
export class ConsentPaperAttachPayload {
  @Field(() => ConsentType, { nullable: true, description: '同意 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('ConsentCategoriesUpdatePayload', { description: '区分の増減の結果 / Result of changing categories.' })
export class ConsentCategoriesUpdatePayload {
  @Field(() => ConsentType, { nullable: true, description: '同意 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('ConsentWithdrawPayload', { description: '同意の撤回の結果 / Result of withdrawing a consent.' })
export class ConsentWithdrawPayload {
  @Field(() => ConsentType, { nullable: true, description: '同意 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => RoomType, { nullable: true, description: '部屋 / The room.' })
  room!: RoomType | null;

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('StreamGrant', {
  description: '配信を受ける権利。ゲートウェイだけが使う / The right to follow a stream; for the gateway only.',
})
export class StreamGrantType {
  @Field(() => String, { nullable: true, description: '見える範囲 / Audience.' })
  audience!: string | null;

  @Field(() => Int, { description: '同意の世代 / Consent epoch.' })
  epoch!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'この時に許しは切れる。知らせは来ない。nullは期限なし / Ends by itself at this time, without a message; null: open end.',
  })
  validUntil?: Date | null;
}
