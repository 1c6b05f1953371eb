/** What is sent with an application. */
import type { MemberRole } from '@heya/schema/events';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RoomRoleEnum } from '../membership/index.ts';
import type { CareSituation } from './application.entity.ts';
import type { ReviewDecision } from './application.machine.policy.ts';
import { CareSituationEnum, ReviewDecisionEnum } from './application.type.ts';

@InputType('ProposedMemberInput', { description: '参加者 / A member.' })
export class ProposedMemberInput {
  @Field(() => ID, { description: '参加者のID / The person.' })
  userId!: string;

  @Field(() => ID, { nullable: true, description: '事業所。複数に属するとき選ぶ / Facility, when the person belongs to several.' })
  facilityId?: string | null;

  @Field(() => RoomRoleEnum, { description: '役割 / Role.' })
  role!: MemberRole;
}

@InputType('RoomCreationApplyInput', { description: '様式4-1 部屋の作成 / Room creation.' })
export class RoomCreationApplyInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '利用者(患者) / The patient.' })
  patientId!: string;

  @Field(() => ID, { description: '有効な同意書 / The consent in force.' })
  consentId!: string;

  @Field(() => [ProposedMemberInput], { description: '参加者。申請者も入れる / Members, the applicant among them.' })
  members!: ProposedMemberInput[];

  @Field(() => ID, { description: '利用者部屋世話役 / The steward.' })
  stewardUserId!: string;

  @Field(() => CareSituationEnum, { nullable: true, description: '状況 / Situation.' })
  situation?: CareSituation | null;

  @Field(() => String, { nullable: true, description: '理由 / Reason.' })
  reason?: string | null;
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
