/** DormancyReview as the API shows it. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { UserType } from '../foreign/index.ts';
import type { DormancyChannel, DormancyDecision, DormancyEntryKind, DormancyParty } from './dormancy.entity.ts';
import { DormancyChannelEnum, DormancyDecisionEnum, DormancyPartyEnum } from './dormancy.inputs.ts';
import type { DormancyState } from './dormancy.machine.policy.ts';

const described = <T extends string>(name: string, description: string, values: Record<T, string>): { [K in T]: K } => {
  const keys = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [K in T]: K };
  const words = Object.entries<string>(values).map(([key, text]) => [key, { description: text }]);
  const valuesConfig = Object.fromEntries(words) as Record<T, { description: string }>;
  registerEnumType(keys, { name, description, valuesConfig });
  return keys;
};

const DormancyStateEnum = described<DormancyState>('DormancyState', '休眠の確認の状態 / State of a review.', {
  ASKING: '申込者と利用者に聞いている / Applicant and patient are being asked.',
  CLOSURE_ASKED: '閉じることに決まり、様式4-3を待っている / To be closed; form 4-3 is awaited.',
  KEPT: '続けることに決まった / Kept.',
  USED: '投稿があったので終わった / Ended by itself: somebody wrote.',
  CLOSED: '様式4-3で閉じた / Closed by form 4-3.',
});

const DormancyEntryKindEnum = described<DormancyEntryKind>('DormancyEntryKind', '経過の種類 / Kind of step.', {
  OPENED: '1年使われていないことがわかった / The room was found unused.',
  ASKED: '聞いた。答えはまだ / Somebody was asked.',
  ANSWERED: '答えがあった / Somebody answered.',
  LATE: '期限を過ぎた / It was late.',
  DECIDED: '決めた / It was decided.',
  USED: '投稿があった / Somebody wrote.',
  CLOSED: '部屋が閉じた / The room was closed.',
});

@Directive('@tag(name: "internal")')
@ObjectType('DormancyAnswer', { description: '答え / An answer.' })
export class DormancyAnswerType {
  @Field(() => Boolean, { description: '続けたい / Whether to keep the room.' })
  keep!: boolean;

  @Field(() => DormancyChannelEnum, { description: '方法 / By which way.' })
  channel!: DormancyChannel;

  @Field(() => DateScalar, { description: '聞いた日 / The day of asking.' })
  askedOn!: string;

  @Field(() => DateTimeScalar, { description: '記録した時 / When it was recorded.' })
  answeredAt!: Date;

  @Field(() => String, { nullable: true, description: 'メモ / Note.' })
  note!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('DormancyEntry', { description: '休眠の確認の経過 / One step of a review.' })
export class DormancyEntryType {
  @Field(() => DormancyEntryKindEnum, { description: '種類 / Kind.' })
  kind!: DormancyEntryKind;

  @Field(() => DateTimeScalar, { description: '時 / When.' })
  at!: Date;

  @Field(() => DormancyPartyEnum, { nullable: true, description: 'だれに聞いたか / Who was asked.' })
  party!: DormancyParty | null;

  @Field(() => DormancyChannelEnum, { nullable: true, description: '方法 / By which way.' })
  channel!: DormancyChannel | null;

  @Field(() => DateScalar, { nullable: true, description: '聞いた日 / The day of asking.' })
  askedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: '続ける / To keep the room.' })
  keep!: boolean | null;

  @Field(() => String, { nullable: true, description: 'メモ・理由 / Note or reason.' })
  note!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '職員の氏名(そのとき)。ひとりでに起きたことはnull / Name of the officer; null for what nobody did.',
  })
  actorName!: string | null;
}

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('DormancyReview', { description: '1年使われていない部屋の確認 / Review of a room that was unused for a year.' })
export class DormancyReviewType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => DormancyStateEnum, { description: '状態 / State.' })
  state!: DormancyState;

  @Field(() => UserType, { nullable: true, description: '部屋を申し込んだ人 / Who applied for the room.' })
  applicant!: UserType | null;

  @Field(() => String, { nullable: true, description: '部屋を申し込んだ人の氏名(そのとき) / Their name at the time.' })
  applicantName!: string | null;

  @Field(() => DateTimeScalar, { description: 'わかった時 / When it was found.' })
  openedAt!: Date;

  @Field(() => DateScalar, { description: '最後に使われた日 / The last day of use.' })
  lastActivityOn!: string;

  @Field(() => DateScalar, { description: '期限 / Due day.' })
  dueOn!: string;

  @Field(() => Boolean, { description: '期限を過ぎている / Past its day.' })
  isLate!: boolean;

  @Field(() => DormancyAnswerType, {
    nullable: true,
    description: '申込者の答え。センターにだけ見える / Answer of the applicant; for the centre.',
  })
  applicantAnswer!: DormancyAnswerType | null;

  @Field(() => DormancyAnswerType, {
    nullable: true,
    description: '利用者の答え。センターにだけ見える / Answer of the patient; for the centre.',
  })
  patientAnswer!: DormancyAnswerType | null;

  @Field(() => DormancyDecisionEnum, { nullable: true, description: '決めたこと / Decision.' })
  decision!: DormancyDecision | null;

  @Field(() => String, { nullable: true, description: '理由。部屋の医療・介護の参加者にも見える / Reason; the care team reads it too.' })
  decisionReason!: string | null;

  @Field(() => UserType, { nullable: true, description: '決めた職員 / Who decided.' })
  decidedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '決めた職員の氏名(そのとき) / Their name at the time.' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '決めた時 / When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わった時 / When it ended.' })
  endedAt!: Date | null;

  @Field(() => [DormancyEntryType], { description: 'だれがいつ何をしたか。センターにだけ見える / Who did what when; for the centre.' })
  entries!: DormancyEntryType[];

  @Field(() => Boolean, { description: '自分が今記録し決められるか / Whether you can record and decide now.' })
  viewerCanWork!: boolean;

  /** Not in the schema: what other fields are found by. */
  roomId!: string;
  patientId!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('DormancyReviewPayload', { description: '休眠の確認の操作の結果 / Result of working on a review.' })
export class DormancyReviewPayload {
  @Field(() => DormancyReviewType, { nullable: true, description: '休眠の確認 / The review.' })
  dormancyReview!: DormancyReviewType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
