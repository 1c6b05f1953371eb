/** What is sent with an application. */
import type { MemberRole } from '@heya/schema/events';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RoomRoleEnum } from '../membership/index.ts';
import type { CareSituation, ClosureReason } from './application.entity.ts';
import type { ReviewDecision } from './application.machine.policy.ts';
import { CareSituationEnum, ClosureReasonEnum } from './application.details.type.ts';
import { ReviewDecisionEnum } from './application.type.ts';

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

@InputType('RoomChangeApplyInput', { description: '様式4-2 参加者・世話役の変更 / Change of members or steward.' })
export class RoomChangeApplyInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => [ProposedMemberInput], { defaultValue: [], description: '加える人。承認のあとで招待する / To be added, once approved.' })
  add!: ProposedMemberInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: '外す参加者。審査を待たず、その時刻に外れる / To be taken out, at the minute, reviewed or not.',
  })
  removeMembershipIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: '新しい世話役。今の参加者から選ぶ / The new steward, of those who take part now.',
  })
  newStewardUserId?: string | null;

  @Field(() => DateTimeScalar, { description: '変更する時刻 / The minute from which it holds.' })
  effectiveAt!: Date;

  @Field(() => String, { nullable: true, description: '理由 / Reason.' })
  reason?: string | null;
}

@InputType('ClosureCopyInput', { description: '事業所が記録の写しを保存したか / Whether a facility has saved its copy.' })
export class ClosureCopyInput {
  @Field(() => ID, { description: '事業所 / The facility.' })
  facilityId!: string;

  @Field(() => Boolean, { description: '保存した / Saved.' })
  isSaved!: boolean;
}

@InputType('RoomClosureApplyInput', { description: '様式4-3 部屋の削除 / Closing a room.' })
export class RoomClosureApplyInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => ClosureReasonEnum, { description: '理由 / Reason.' })
  reason!: ClosureReason;

  @Field(() => String, { nullable: true, description: '補足 / Note.' })
  note?: string | null;

  @Field(() => String, { description: '誰に知らせたか / Who was told.' })
  informed!: string;

  @Field(() => [ClosureCopyInput], {
    description: '参加者の事業所ごとに、記録の写しを保存したか / Of each facility in the room, whether it has saved its copy.',
  })
  copies!: ClosureCopyInput[];

  @Field(() => ID, { nullable: true, description: '書き出しを受け取る参加者 / The member who receives the export.' })
  exportToUserId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '終わっていない返事の約束があっても、そのまま終える / Close although answers are still owed in the room.',
  })
  leaveAsksOpen?: boolean | null;
}

@InputType('RoomApplicationFormInput', { description: '直した様式。1つだけ / The mended form; exactly one.' })
export class RoomApplicationFormInput {
  @Field(() => RoomCreationApplyInput, { nullable: true, description: '様式4-1 / Form 4-1.' })
  creation?: RoomCreationApplyInput | null;

  @Field(() => RoomChangeApplyInput, { nullable: true, description: '様式4-2 / Form 4-2.' })
  change?: RoomChangeApplyInput | null;

  @Field(() => RoomClosureApplyInput, { nullable: true, description: '様式4-3 / Form 4-3.' })
  closure?: RoomClosureApplyInput | null;
}

@InputType('RoomApplicationCommentInput', { description: '項目への指摘 / A comment on one field.' })
export class RoomApplicationCommentInput {
  @Field(() => [String], {
    description: '項目。人や事業所は識別子で示す 例 ["members", id] / Path of the field; people and facilities by their id.',
  })
  field!: string[];

  @Field(() => String, { description: '直してほしいこと(300文字まで) / What to mend, at most 300 characters.' })
  text!: string;
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
