/** IdApplication as the API shows it: to officers and administrators with names, to who applied by receipt number and code. */
import 'reflect-metadata';
import type { ApplicationState } from '@heya/schema/events';
import { DateScalar, DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { type FacilityKind, FacilityKindEnum } from '../facility/index.ts';
import { describedEnum, FormCodeEnum, SubmissionChannelEnum } from '../form/index.ts';
import { IdChangeDetails } from '../id-change/index.ts';
import { type Profession, ProfessionEnum } from '../user/index.ts';
import type { IssuedPerson } from './id-application.entity.ts';
import type { ReviewDecision } from './id-application.machine.policy.ts';
import type { MatchReason } from '../issue/index.ts';

export const ApplicationStatusEnum = describedEnum<ApplicationState>('ApplicationStatus', '申請の状態 / State of an application.', {
  DRAFT: '下書き / Draft.',
  SUBMITTED: '受付済み / Received.',
  IN_REVIEW: '審査中 / In review.',
  RETURNED: '差し戻し(直して再提出できる) / Returned for correction.',
  APPROVED: '承認 / Approved.',
  REJECTED: '却下 / Rejected.',
  WITHDRAWN: '取り下げ / Withdrawn.',
  COMPLETED: '登録・招待まで終わった / Carried out.',
});

export const ReviewDecisionEnum = describedEnum<ReviewDecision>('ReviewDecision', '審査の判断 / Decision of a review.', {
  APPROVE: '承認(1人目は確認) / Approve; by the first officer, check.',
  RETURN: '差し戻し / Return for correction.',
  REJECT: '却下 / Reject.',
});

export const IssueOutcomeEnum = describedEnum<IssuedPerson['outcome']>('IssueOutcome', '1人ごとの結果 / What became of one person.', {
  CREATED: '新しいIDを発行した / A new ID.',
  LINKED: 'すでにあるIDに所属を加えた / The place was added to an ID that was there.',
  PROPOSED: 'ほかの地区のIDの本人に確認している / The holder of an ID of another district is asked.',
  DECLINED: '本人ではないと答えた / They said that it is not them.',
  REISSUED: '開始コードを出し直した(様式2-2) / Another enrolment code, by form 2-2.',
});

const MatchReasonEnum = describedEnum<MatchReason>('MatchReason', '同じ人と思われる理由 / Why it seems to be the same person.', {
  ACCOUNT_NAME: 'ID名 / Account name.',
  LICENCE: '免許・登録の番号 / Licence number.',
  BIRTH_DATE: '生年月日 / Date of birth.',
  EMAIL: 'メールアドレス / E-mail address.',
  NAME: '氏名 / Name.',
  KANA: 'フリガナ / Kana.',
});

@Directive('@tag(name: "internal")')
@ObjectType('ApplicationDistrict', { description: '申請できる地区 / A district one can apply to.' })
export class ApplicationDistrict {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '名称 / Name.' })
  name!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdentityMatch', { description: '同じ人と思われるID / An ID that seems to be of the same person.' })
export class IdentityMatch {
  @Field(() => ID, { description: '選ぶときの識別子 / Identifier, to be given when choosing.' })
  id!: string;

  @Field(() => [MatchReasonEnum], { description: '合っているもの / What agrees.' })
  reasons!: MatchReason[];

  @Field(() => Boolean, {
    description: 'ほとんど確かか。確かなときは、同じ人かどうかを選ばないと承認できない / Nearly certain: approving needs a choice.',
  })
  isStrong!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'ほかの地区のIDのとき、その地区。名前などは示さない / District, when elsewhere; nothing else is told.',
  })
  districtName!: string | null;

  /** Of the viewer's own district alone. */
  userId!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicant', { description: 'IDを求める1人 / One person an ID is asked for.' })
export class IdApplicantType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: '氏名のフリガナ / Reading in kana.' })
  nameKana!: string;

  @Field(() => [ProfessionEnum], { description: '職種 / Professions.' })
  professions!: Profession[];

  @Field(() => String, { nullable: true, description: '役職 / Title.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '生年月日 `1985-04-01`。直す前の誤りもそのまま返る / Date of birth; one with a mistake comes back as it was typed.',
  })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: '免許・登録の番号 / Licence number.' })
  licenceNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'メールアドレス / E-mail address.' })
  email!: string | null;

  @Field(() => [String], { description: '使う端末 / Devices to be used.' })
  devices!: string[];

  @Field(() => Boolean, { description: '事業所管理者になる / Is to administer the facility.' })
  isFacilityAdmin!: boolean;

  @Field(() => String, { nullable: true, description: 'すでにあるID名。書かれたまま / Account name as it was given.' })
  existingAccountName!: string | null;

  @Field(() => IssueOutcomeEnum, { nullable: true, description: '結果 / What became of it.' })
  outcome!: IssuedPerson['outcome'] | null;

  issuedUserId!: string | null;
  applicationId!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdIssueDetails', { description: '様式2-1-1・2-1-2 の内容 / Contents of forms 2-1-1 and 2-1-2.' })
export class IdIssueDetails {
  @Field(() => String, { description: '事業所の名称 / Name of the facility.' })
  facilityName!: string;

  @Field(() => String, { nullable: true, description: '名称のフリガナ / Its reading.' })
  facilityNameKana!: string | null;

  @Field(() => String, { description: '医療機関コード・介護保険事業所番号 / Institution code.' })
  institutionCode!: string;

  @Field(() => FacilityKindEnum, { description: '種類 / Kind.' })
  facilityKind!: FacilityKind;

  @Field(() => String, { description: '市町村 / Municipality.' })
  municipality!: string;

  @Field(() => String, { description: '所在地 / Address.' })
  address!: string;

  @Field(() => String, { description: '電話(E.164) / Telephone, E.164.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'ファクス(E.164) / Fax, E.164.' })
  fax!: string | null;

  @Field(() => String, { description: '代表者の氏名 / Head of the facility.' })
  representativeName!: string;

  @Field(() => String, { description: '連絡する人の氏名 / Person to be contacted.' })
  contactName!: string;

  @Field(() => String, { description: '連絡先のメールアドレス / Their e-mail address.' })
  contactEmail!: string;

  @Field(() => [IdApplicantType], { description: 'IDを求める人 / People.' })
  applicants!: IdApplicantType[];
}

export const IdApplicationDetails = createUnionType({
  name: 'IdApplicationDetails',
  description: '様式ごとの内容 / Contents by form.',
  types: () => [IdIssueDetails, IdChangeDetails] as const,
  resolveType: (value) => ('personName' in value ? IdChangeDetails : IdIssueDetails),
});

@Directive('@tag(name: "internal")')
@ObjectType('FieldComment', { description: '項目への指摘 / A comment on one field.' })
export class FieldCommentType {
  @Field(() => [String], { description: '項目 / Path of the field.' })
  field!: string[];

  @Field(() => String, { description: '直してほしいこと / What to mend.' })
  text!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('EarlierFiling', { description: '差し戻したときの内容 / What was filed before and returned.' })
export class EarlierFilingType {
  @Field(() => IdApplicationDetails, { description: 'そのときの内容 / Contents as they were.' })
  details!: IdIssueDetails | IdChangeDetails;

  @Field(() => [FieldCommentType], { description: 'そのときの指摘 / Comments that were made.' })
  comments!: FieldCommentType[];
}

@Directive('@tag(name: "internal")')
@ObjectType('ApplicationEntry', { description: '誰がいつ何をしたか / Who did what when.' })
export class ApplicationEntryType {
  @Field(() => ApplicationStatusEnum, { description: 'この状態になった / The state it came to.' })
  status!: ApplicationState;

  @Field(() => DateTimeScalar, { description: 'いつ / When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: '理由 / Reason.' })
  reason!: string | null;

  officerId!: string | null;
}

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('IdApplication', {
  description: 'ID発行(様式2-1-1・2-1-2)と変更(様式2-2)の申請 / Application for an ID or for a change to one.',
})
export class IdApplicationType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => FormCodeEnum, { description: '様式 / Form.' })
  form!: string;

  @Field(() => String, { description: '受付番号 / Receipt number.' })
  receiptNumber!: string;

  @Field(() => ApplicationStatusEnum, { description: '状態 / State.' })
  status!: ApplicationState;

  @Field(() => SubmissionChannelEnum, { description: '届いた経路 / How it arrived.' })
  channel!: string;

  @Field(() => IdApplicationDetails, { description: '様式ごとの内容 / Contents by form.' })
  details!: IdIssueDetails | IdChangeDetails;

  @Field(() => [FieldCommentType], { description: '項目への指摘 / Comments per field.' })
  comments!: FieldCommentType[];

  @Field(() => EarlierFilingType, {
    nullable: true,
    description: '差し戻しのあと出し直されたとき、その前の内容 / The filing before this one, once it was returned and filed again.',
  })
  earlier!: EarlierFilingType | null;

  @Field(() => [ApplicationEntryType], { description: '経過。古い順 / What happened, oldest first.' })
  entries!: ApplicationEntryType[];

  @Field(() => DateTimeScalar, { description: '提出した時 / When submitted.' })
  submittedAt!: Date;

  @Field(() => DateScalar, { description: '目安の日。10開庁日 / Promised day, ten working days.' })
  expectedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '判断した時 / When decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '判断の理由 / Reason of the decision.' })
  decisionReason!: string | null;

  @Field(() => Int, { description: '版。変更のたび増える / Grows with every change.' })
  version!: number;

  @Field(() => Boolean, { description: '自分が今審査できるか / Whether you can review it now.' })
  viewerCanReview!: boolean;

  facilityId!: string | null;
  pledgeId!: string | null;
  checkedById!: string | null;
  decidedById!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicationEdge', { description: '申請とその位置 / An application and its place in the list.' })
export class IdApplicationEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => IdApplicationType, { description: '申請 / The application.' })
  node!: IdApplicationType;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicationConnection', { description: '申請の一覧 / A page of applications.' })
export class IdApplicationConnection {
  @Field(() => [IdApplicationEdge], { description: '申請とカーソル / Applications with cursors.' })
  edges!: IdApplicationEdge[];

  @Field(() => [IdApplicationType], { description: '申請 / Applications.' })
  nodes!: IdApplicationType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部の数。数えないときはnull / How many in all; null when not counted.' })
  totalCount!: number | null;
}
