/** What is sent with form 2-2. */
import { Field, ID, InputType, Int } from 'type-graphql';
import type { IdChangeKind } from './id-change.details.ts';
import { IdChangeKindEnum } from './id-change.type.ts';

@InputType('SuccessorInput', { description: '世話役の後任 / Who follows as steward of a room.' })
export class SuccessorInput {
  @Field(() => ID, { description: 'StewardSeat の id / Id of the StewardSeat.' })
  seatId!: string;

  @Field(() => ID, { description: '後任。その部屋の参加者 / The successor, a member of that room.' })
  userId!: string;
}

@InputType('IdChangeInput', { description: '様式2-2 の内容 / Contents of form 2-2.' })
export class IdChangeInput {
  @Field(() => ID, { description: '本人 / The person.' })
  userId!: string;

  @Field(() => ID, {
    nullable: true,
    description: '申請する事業所。管理する事業所が1つなら省ける / Facility that files it; may be left out where there is only one.',
  })
  facilityId?: string | null;

  @Field(() => IdChangeKindEnum, { description: '種類 / Kind.' })
  kind!: IdChangeKind;

  @Field(() => String, {
    nullable: true,
    description: 'NAME: 新しい氏名。CONTACT: 新しいメールアドレス / NAME: the new name; CONTACT: the new e-mail address.',
  })
  after?: string | null;

  @Field(() => String, { nullable: true, description: 'NAME: 新しいフリガナ / NAME: the new reading in kana.' })
  afterKana?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CONTACT: 新しい役職。TRANSFER: 異動先での役職 / CONTACT: the new title; TRANSFER: the title there.',
  })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'TRANSFER: 異動先 / TRANSFER: the facility they move to.' })
  toFacilityId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'TRANSFER: 異動先の10桁の番号(idの代わり) / TRANSFER: its ten-digit code, in place of the id.',
  })
  toInstitutionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '効力の生じる時(分まで) `2026-12-01T17:30`。時差がなければ日本時間。REISSUEでは不要 / The minute it takes effect; without an offset it is Japan time; not needed for REISSUE.',
  })
  effectiveAt?: string | null;

  @Field(() => [SuccessorInput], { nullable: true, description: '世話役の後任。部屋ごと / Successors as steward, room by room.' })
  successors?: SuccessorInput[] | null;

  @Field(() => String, { nullable: true, description: '理由・連絡事項(300文字まで) / Reason, remarks, at most 300 characters.' })
  reason?: string | null;
}

@InputType('IdChangeResubmitInput', { description: '差し戻された様式2-2の出し直し / A returned form 2-2, mended.' })
export class IdChangeResubmitInput {
  @Field(() => IdChangeInput, { description: '直した内容 / The mended contents.' })
  change!: IdChangeInput;

  @Field(() => Int, { description: '見ていた版 / The version you saw.' })
  expectedVersion!: number;
}
