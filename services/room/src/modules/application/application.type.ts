/** RoomApplication as the API shows it. */
import type { ApplicationState } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { UserType } from '../foreign/index.ts';
import {
  type RoomChangeDetails,
  type RoomClosureDetails,
  type RoomCreationDetails,
  RoomApplicationDetails,
  RoomApplicationEntryType,
} from './application.details.type.ts';
import { reviewDecisions, type ReviewDecision } from './application.machine.policy.ts';
import { ApplicationStatusEnum } from './application.status.type.ts';

export const ReviewDecisionEnum = Object.fromEntries(reviewDecisions.map((value) => [value, value])) as { [K in ReviewDecision]: K };
registerEnumType(ReviewDecisionEnum, {
  name: 'ReviewDecision',
  description: '審査の判断 / Decision of a review.',
  valuesConfig: {
    APPROVE: { description: '承認(1人目は確認) / Approve; by the first officer, check.' },
    RETURN: { description: '差し戻し / Return for correction.' },
    REJECT: { description: '却下 / Reject.' },
  },
});

export const FormCodeEnum = {
  FORM_1_1: 'FORM_1_1',
  FORM_1_2: 'FORM_1_2',
  FORM_2_1_1: 'FORM_2_1_1',
  FORM_2_1_2: 'FORM_2_1_2',
  FORM_2_2: 'FORM_2_2',
  FORM_3_1: 'FORM_3_1',
  FORM_4_1: 'FORM_4_1',
  FORM_4_2: 'FORM_4_2',
  FORM_4_3: 'FORM_4_3',
} as const;
registerEnumType(FormCodeEnum, {
  name: 'FormCode',
  description: '手引きの様式番号 / Form numbers of the district guide.',
  valuesConfig: {
    FORM_1_1: { description: '様式1-1 / Form 1-1.' },
    FORM_1_2: { description: '様式1-2 / Form 1-2.' },
    FORM_2_1_1: { description: '様式2-1-1 / Form 2-1-1.' },
    FORM_2_1_2: { description: '様式2-1-2 / Form 2-1-2.' },
    FORM_2_2: { description: '様式2-2 / Form 2-2.' },
    FORM_3_1: { description: '様式3-1 / Form 3-1.' },
    FORM_4_1: { description: '様式4-1 / Form 4-1.' },
    FORM_4_2: { description: '様式4-2 / Form 4-2.' },
    FORM_4_3: { description: '様式4-3 / Form 4-3.' },
  },
});

export const SubmissionChannelEnum = { PORTAL: 'PORTAL', PAPER: 'PAPER', FAX: 'FAX', API: 'API' } as const;
registerEnumType(SubmissionChannelEnum, {
  name: 'SubmissionChannel',
  description: '届いた経路 / How it arrived.',
  valuesConfig: {
    PORTAL: { description: '画面から / Through the portal.' },
    PAPER: { description: '紙 / On paper.' },
    FAX: { description: 'ファクス / By fax.' },
    API: { description: '連携システム / By another program.' },
  },
});

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('RoomApplication', { description: '部屋の申請(様式4-1・4-2・4-3) / Application about a room.' })
export class RoomApplicationType {
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

  @Field(() => UserType, { nullable: true, description: '申請者 / Applicant.' })
  applicant!: UserType | null;

  @Field(() => String, { description: '申請者の氏名(申請時) / Name of the applicant when applied.' })
  applicantName!: string;

  @Field(() => RoomApplicationDetails, { description: '様式ごとの内容 / Contents by form.' })
  details!: RoomCreationDetails | RoomChangeDetails | RoomClosureDetails;

  @Field(() => DateTimeScalar, { nullable: true, description: '提出した時 / When submitted.' })
  submittedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: '目安の日。受付から2週間程度 / Promised day, about two weeks after receipt.' })
  expectedBy!: string | null;

  @Field(() => UserType, { nullable: true, description: '内容を確かめた職員 / Officer who checked it.' })
  checkedBy!: UserType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '判断した時 / When decided.' })
  decidedAt!: Date | null;

  @Field(() => UserType, { nullable: true, description: '判断した職員 / Officer who decided.' })
  decidedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '判断の理由 / Reason of the decision.' })
  decisionReason!: string | null;

  @Field(() => [RoomApplicationEntryType], { description: '誰がいつ何をしたか。古い順 / Who did what when, oldest first.' })
  entries!: RoomApplicationEntryType[];

  @Field(() => Boolean, { description: '自分が今取り下げられるか / Whether you can withdraw it now.' })
  viewerCanWithdraw!: boolean;

  @Field(() => Boolean, { description: '自分が今直して出し直せるか / Whether you can mend it and file it anew now.' })
  viewerCanResubmit!: boolean;

  @Field(() => Int, { description: '版。変更のたび増える / Grows with every change.' })
  version!: number;

  @Field(() => Boolean, { description: '自分が今審査できるか / Whether you can review it now.' })
  viewerCanReview!: boolean;

  @Field(() => Boolean, { description: '自分が今実行できるか / Whether you can carry it out now.' })
  viewerCanExecute!: boolean;

  /** Not in the schema: what other fields are found by. */
  patientId!: string;
  roomId!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomApplicationPayload', { description: '申請の操作の結果 / Result of an operation on an application.' })
export class RoomApplicationPayload {
  @Field(() => RoomApplicationType, { nullable: true, description: '申請 / The application.' })
  roomApplication!: RoomApplicationType | null;

  @Field(() => RoomType, { nullable: true, description: '部屋。参加者だけに見える / The room; for its members.' })
  room!: RoomType | null;

  @Field(() => Boolean, { description: '同じ内容がすでに届いていた / The same had already arrived.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
