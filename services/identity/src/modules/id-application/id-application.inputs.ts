/** What is sent with an application for IDs. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { type FacilityKind, FacilityKindEnum } from '../facility/index.ts';
import { FormCodeEnum } from '../form/index.ts';
import { IdChangeInput, SuccessorInput } from '../id-change/index.ts';
import { type Profession, ProfessionEnum } from '../user/index.ts';
import type { IdForm } from './id-application.entity.ts';
import type { ReviewDecision } from './id-application.machine.policy.ts';
import { ReviewDecisionEnum } from './id-application.type.ts';

@InputType('IdApplicantInput', { description: 'IDを求める1人 / One person an ID is asked for.' })
export class IdApplicantInput {
  @Field(() => ID, { nullable: true, description: '再提出のとき、前の識別子 / When filed again: who it was before.' })
  id?: string | null;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: '氏名のフリガナ。半角や平仮名は直して保存 / Reading in kana; other widths are mended.' })
  nameKana!: string;

  @Field(() => [ProfessionEnum], { description: '職種 / Professions.' })
  professions!: Profession[];

  @Field(() => String, { nullable: true, description: '役職 / Title.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '生年月日 `1980-04-01`。1人に1つのIDを守るため / Date of birth, so that one person has one ID.',
  })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: '免許・登録の番号 / Number of the licence.' })
  licenceNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'メールアドレス / E-mail address.' })
  email?: string | null;

  @Field(() => [String], { nullable: true, description: '使う端末(業務用)。5つまで / Work devices to be used, at most 5.' })
  devices?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '事業所管理者になる / Is to administer the facility.' })
  isFacilityAdmin?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'すでにIDがある人のID名(他地区を含む) / Account name of somebody who has an ID already, from any district.',
  })
  existingAccountName?: string | null;
}

@InputType('IdIssueInput', { description: '様式2-1-1・2-1-2 の内容 / Contents of forms 2-1-1 and 2-1-2.' })
export class IdIssueInput {
  @Field(() => String, { description: '事業所の名称 / Name of the facility.' })
  facilityName!: string;

  @Field(() => String, { nullable: true, description: '名称のフリガナ / Its reading in kana.' })
  facilityNameKana?: string | null;

  @Field(() => String, { description: '医療機関コード・介護保険事業所番号(10桁) / Ten-digit medical or care-insurance office code.' })
  institutionCode!: string;

  @Field(() => FacilityKindEnum, { description: '種類。様式を決める / Kind; decides the form.' })
  facilityKind!: FacilityKind;

  @Field(() => String, { description: '市町村 / Municipality.' })
  municipality!: string;

  @Field(() => String, { description: '所在地 / Address.' })
  address!: string;

  @Field(() => String, { description: '電話。日本の書き方でよい / Telephone, as written in Japan or E.164.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'ファクス / Fax.' })
  fax?: string | null;

  @Field(() => String, { description: '代表者(管理者)の氏名 / Head of the facility.' })
  representativeName!: string;

  @Field(() => String, { description: '連絡する人の氏名 / Person to be contacted.' })
  contactName!: string;

  @Field(() => String, { description: '連絡先のメールアドレス / Their e-mail address.' })
  contactEmail!: string;

  @Field(() => [IdApplicantInput], { description: 'IDを求める人。50人まで / People, at most 50.' })
  applicants!: IdApplicantInput[];
}

@InputType('FacilityPledgeInput', { description: '誓約書 様式1-1 / Pledge 1-1 of the facility.' })
export class FacilityPledgeInput {
  @Field(() => String, { description: '読んだ文面の版 / Version of the wording that was read.' })
  textVersion!: string;

  @Field(() => [String], { description: '同意した条項の識別子。すべて必要 / Ids of the clauses agreed to; all are needed.' })
  acceptedClauses!: string[];

  @Field(() => String, { description: '署名した人(代表者)の氏名 / Name of the signer, the head.' })
  signerName!: string;

  @Field(() => String, { description: '画面に書いた署名。PNGのBase64、40 KBまで / Drawn signature: PNG in Base64, at most 40 KB.' })
  signature!: string;
}

@InputType('IdApplicationSubmitInput', { description: 'IDの申請 / Application for IDs.' })
export class IdApplicationSubmitInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。再送しても1件になる / The new id (UUIDv7); retries give one result.' })
  idempotencyKey!: string;

  @Field(() => FormCodeEnum, { description: '様式2-1-1、2-1-2 か 2-2 / Form 2-1-1, 2-1-2 or 2-2.' })
  form!: IdForm;

  @Field(() => ID, { nullable: true, description: '様式2-1: 申請先の地区 / Form 2-1: district applied to.' })
  districtId?: string | null;

  @Field(() => IdIssueInput, { nullable: true, description: '様式2-1: 申請の内容 / Form 2-1: contents.' })
  issue?: IdIssueInput | null;

  @Field(() => FacilityPledgeInput, { nullable: true, description: '様式2-1: 誓約書 様式1-1 / Form 2-1: pledge 1-1.' })
  pledge?: FacilityPledgeInput | null;

  @Field(() => IdChangeInput, {
    nullable: true,
    description:
      '様式2-2: 変更の内容。事業所の管理者がログインして出す / Form 2-2: contents; filed by the signed-in administrator of the facility.',
  })
  change?: IdChangeInput | null;
}

@InputType('IdApplicationResubmitInput', { description: '差し戻された申請の出し直し / A returned application, mended.' })
export class IdApplicationResubmitInput {
  @Field(() => String, { description: '受付番号 / Receipt number.' })
  receiptNumber!: string;

  @Field(() => String, { description: '照会コード / Inquiry code.' })
  inquiryCode!: string;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;

  @Field(() => IdIssueInput, { description: '申請の内容 / Contents.' })
  issue!: IdIssueInput;
}

@InputType('FieldCommentInput', { description: '項目への指摘 / A comment on one field.' })
export class FieldCommentInput {
  @Field(() => [String], { description: '項目 例 ["issue","applicants","0","nameKana"] / Path of the field.' })
  field!: string[];

  @Field(() => String, { description: '直してほしいこと(300文字まで) / What to mend, at most 300 characters.' })
  text!: string;
}

@InputType('PersonChoiceInput', {
  description: '同じ人と思われるIDがある人についての判断 / What an officer decides where an ID seems to be of the same person.',
})
export class PersonChoiceInput {
  @Field(() => ID, { description: '申請の中の人 / The person in the application.' })
  applicantId!: string;

  @Field(() => ID, {
    nullable: true,
    description: '同じ人のID(matchesのid)。別の人のときは空 / The match that is the same person; none: another person.',
  })
  matchId?: string | null;
}

@InputType('IdApplicationReviewInput', { description: '審査 / A review.' })
export class IdApplicationReviewInput {
  @Field(() => ReviewDecisionEnum, { description: '判断 / Decision.' })
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: '理由。差し戻し・却下のとき必要 / Reason; needed to return or reject.' })
  reason?: string | null;

  @Field(() => [FieldCommentInput], { nullable: true, description: '項目ごとの指摘(差し戻しのとき) / Comments per field, when returned.' })
  comments?: FieldCommentInput[] | null;

  @Field(() => [PersonChoiceInput], { nullable: true, description: '同じ人かどうかの判断(承認のとき) / Who is whom, when approving.' })
  people?: PersonChoiceInput[] | null;

  @Field(() => [SuccessorInput], {
    nullable: true,
    description: '様式2-2: 世話役の後任。書かれていないとき職員が決める / Form 2-2: successors as steward, where the form names none.',
  })
  successors?: SuccessorInput[] | null;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}
