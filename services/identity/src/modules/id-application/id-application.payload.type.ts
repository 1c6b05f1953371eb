/** What filing, looking at, withdrawing and reviewing an application answer. */
import type { ApplicationState } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { FormCodeEnum } from '../form/index.ts';
import type { IdChangeDetails } from '../id-change/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { IssuedPerson } from './id-application.entity.ts';
import {
  ApplicationStatusEnum,
  FieldCommentType,
  IdApplicationDetails,
  IdApplicationType,
  type IdIssueDetails,
  IssueOutcomeEnum,
} from './id-application.type.ts';

@Directive('@tag(name: "internal")')
@ObjectType('ReceiptEntry', { description: '申請した人に見せる経過 / What happened, for who applied.' })
export class ReceiptEntry {
  @Field(() => ApplicationStatusEnum, { description: 'この状態になった / The state it came to.' })
  status!: ApplicationState;

  @Field(() => DateTimeScalar, { description: 'いつ / When.' })
  at!: Date;

  @Field(() => Boolean, { description: '支援センターがしたこと / Whether the centre did it.' })
  isCenter!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('ApplicationReceipt', { description: '受付の控え / What who applied is told.' })
export class ApplicationReceipt {
  @Field(() => String, { description: '受付番号 / Receipt number.' })
  receiptNumber!: string;

  @Field(() => FormCodeEnum, { description: '様式 / Form.' })
  form!: string;

  @Field(() => ApplicationStatusEnum, { description: '状態 / State.' })
  status!: ApplicationState;

  @Field(() => DateTimeScalar, { description: '提出した時 / When submitted.' })
  submittedAt!: Date;

  @Field(() => DateScalar, { description: '目安の日 / Promised day.' })
  expectedBy!: string;

  @Field(() => String, { description: '次に起きること / What happens next.' })
  nextStep!: string;

  @Field(() => String, { nullable: true, description: '差し戻し・却下の理由 / Reason of a return or rejection.' })
  reason!: string | null;

  @Field(() => [FieldCommentType], { description: '項目への指摘 / Comments per field.' })
  comments!: FieldCommentType[];

  @Field(() => [ReceiptEntry], { description: '経過。古い順 / What happened, oldest first.' })
  entries!: ReceiptEntry[];

  @Field(() => IdApplicationDetails, {
    nullable: true,
    description: '直すために返す内容。差し戻しのときだけ / What was filed, to be mended; when returned only.',
  })
  returned!: IdIssueDetails | IdChangeDetails | null;

  @Field(() => Boolean, { description: '今取り下げられるか / Whether it can be withdrawn now.' })
  canWithdraw!: boolean;

  @Field(() => Int, { description: '版。出し直しと取り下げに使う / Version, to be given when filing again or withdrawing.' })
  version!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicationSubmitPayload', { description: '提出の結果 / Result of filing.' })
export class IdApplicationSubmitPayload {
  @Field(() => IdApplicationType, { nullable: true, description: '申請。見られる人だけ / The application; for who may see it.' })
  idApplication!: IdApplicationType | null;

  @Field(() => ApplicationReceipt, { nullable: true, description: '受付の控え / The receipt.' })
  receipt!: ApplicationReceipt | null;

  @Field(() => String, {
    nullable: true,
    description:
      '照会コード。控えておく。状況を見るとき、出し直すときに使う / Inquiry code, to be kept: for the status, and for filing again.',
  })
  inquiryCode!: string | null;

  @Field(() => IdApplicationDetails, {
    nullable: true,
    description: '整えた内容(半角カナ、全角数字など) / What was typed, in the form it is kept in.',
  })
  details!: IdIssueDetails | IdChangeDetails | null;

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicationWithdrawPayload', { description: '取り下げの結果 / Result of withdrawing.' })
export class IdApplicationWithdrawPayload {
  @Field(() => IdApplicationType, { nullable: true, description: '申請。見られる人だけ / The application; for who may see it.' })
  idApplication!: IdApplicationType | null;

  @Field(() => ApplicationReceipt, { nullable: true, description: '受付の控え / The receipt.' })
  receipt!: ApplicationReceipt | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('IssuedId', { description: '発行したID1つ / One ID that was issued.' })
export class IssuedId {
  @Field(() => ID, { description: '発行した、または所属を加えたIDの本人 / Whose ID it is.' })
  userId!: string;

  @Field(() => ID, { description: '申請の中の人 / The person in the application.' })
  applicantId!: string;

  @Field(() => IssueOutcomeEnum, { description: '結果 / What became of it.' })
  outcome!: IssuedPerson['outcome'];

  @Field(() => String, { nullable: true, description: '新しいID名 / Account name of a new ID.' })
  accountName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '開始コード。一度だけ返る。手紙に印刷し、IDとは別に届ける / Enrolment code, returned once; printed, and delivered apart from the ID.',
  })
  enrolmentCode!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '開始コードの期限 / Until when the code counts.' })
  codeExpiresAt!: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdApplicationReviewPayload', { description: '審査の結果 / Result of a review.' })
export class IdApplicationReviewPayload {
  @Field(() => IdApplicationType, { nullable: true, description: '申請 / The application.' })
  idApplication!: IdApplicationType | null;

  @Field(() => [IssuedId], { description: '承認で発行したID / IDs that the approval issued.' })
  issued!: IssuedId[];

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
