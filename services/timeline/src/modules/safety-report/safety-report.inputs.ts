/** What is reported of somebody. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { SafetyEvidence, SafetyPlace, SafetyStatus } from './safety-report.policy.ts';
import { SafetyEvidenceEnum, SafetyPlaceEnum, SafetyStatusEnum } from './safety-report.type.ts';

@InputType({ description: '安否の報告 / A report of how somebody is.' })
export class SafetyReportInput {
  @Field(() => ID, { description: '報告のID(端末で作るUUIDv7)。同じ値の再送は1件 / Client-made UUIDv7; also the id.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '安否確認 / The check.' })
  safetyCheckId!: string;

  @Field(() => ID, { description: '利用者 / The patient.' })
  patientId!: string;

  @Field(() => SafetyStatusEnum, { description: '安否 / How they are.' })
  status!: SafetyStatus;

  @Field(() => SafetyPlaceEnum, { nullable: true, description: 'いまいる所 / Where they are.' })
  place?: SafetyPlace | null;

  @Field(() => String, {
    nullable: true,
    description: 'いる所のくわしいこと（200文字まで） / More about the place, at most 200 characters.',
  })
  placeNote?: string | null;

  @Field(() => SafetyEvidenceEnum, { description: 'どう知ったか / How it is known.' })
  evidence!: SafetyEvidence;

  @Field(() => String, { nullable: true, description: '必要なもの（500文字まで） / What is needed, at most 500 characters.' })
  needs?: string | null;

  @Field(() => String, { nullable: true, description: 'ひとこと（500文字まで） / A few words, at most 500 characters.' })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '使っている医療機器（100文字まで） / Device that needs power, at most 100 characters.',
  })
  device?: string | null;

  @Field(() => Int, { nullable: true, description: '電源の残り（分、0–100000） / Minutes of power left, 0 to 100,000.' })
  powerMinutesLeft?: number | null;

  @Field(() => DateTimeScalar, { description: '見た・聞いた時刻 / When it was seen or heard.' })
  observedAt!: Date;
}

@ArgsType()
export class BoardArgs {
  @Field(() => SafetyStatusEnum, { nullable: true, description: 'この安否だけ / Only who stands like this.' })
  status?: SafetyStatus | null;

  @Field(() => Int, { defaultValue: 50, nullable: true, description: '件数（100まで） / How many, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置の後 / After this cursor.' })
  after?: string | null;
}
