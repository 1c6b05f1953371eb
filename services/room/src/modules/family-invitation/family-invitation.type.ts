/** FamilyInvitation as the API shows it: to the room that has given it out, and to whoever has come with it. */
import type { InformationCategory } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RoomMembershipType, RoomRoleEnum } from '../membership/index.ts';
import { UserErrorType } from '../platform/index.ts';
import { InformationCategoryEnum } from './family-invitation.class.ts';
import type { InvitedRole } from './family-invitation.entity.ts';
import type { FamilyInvitationState } from './family-invitation.policy.ts';

export const FamilyInvitationStateEnum: { [K in FamilyInvitationState]: K } = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  CANCELLED: 'CANCELLED',
  LOCKED: 'LOCKED',
  CONSENT_ENDED: 'CONSENT_ENDED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(FamilyInvitationStateEnum, {
  name: 'FamilyInvitationState',
  description: '家族・本人の招待の状態 / State of an invitation of family or the patient.',
  valuesConfig: {
    OPEN: { description: '返事を待っている / Waits.' },
    ACCEPTED: { description: '参加した / Has come.' },
    CANCELLED: { description: '取り消した / Called off.' },
    LOCKED: { description: '5回まちがえたので使えない / Ended by five wrong tries.' },
    CONSENT_ENDED: { description: '同意が変わったので使えない / Ended because the consent changed.' },
    EXPIRED: { description: '期限が過ぎた / Out of time.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('FamilyInvitation', {
  description: '家族・本人の招待。紙のコードと生年月日で参加する / An invitation on paper for family or the patient.',
})
export class FamilyInvitationType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => RoomRoleEnum, { description: '部屋での役割。FAMILYかPATIENT / Role: FAMILY or PATIENT.' })
  role!: InvitedRole;

  @Field(() => String, { description: '招待した人の氏名 / Name of the invited person.' })
  name!: string;

  @Field(() => FamilyInvitationStateEnum, { description: '状態 / State.' })
  state!: FamilyInvitationState;

  @Field(() => String, { description: '招待の手続きをした人の氏名 / Name of who gave it out.' })
  invitedByName!: string;

  @Field(() => DateTimeScalar, { description: '招待した時 / When it was given out.' })
  invitedAt!: Date;

  @Field(() => DateTimeScalar, { description: '使える期限 / Until when it can be used.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '参加した時 / When the person came.' })
  acceptedAt!: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyWelcome', {
  description:
    '招待された人が参加の前に読むこと。患者の氏名は含まない / What the invited person reads before joining; without the patient’s name.',
})
export class FamilyWelcomeType {
  @Field(() => ID, { description: '招待 / The invitation.' })
  invitationId!: string;

  @Field(() => RoomRoleEnum, { description: '部屋での役割 / Role in the room.' })
  role!: InvitedRole;

  @Field(() => String, { description: '招待された人の氏名 / Name of the invited person.' })
  name!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => String, { description: '招待した人の氏名 / Name of who invites.' })
  invitedByName!: string;

  @Field(() => DateTimeScalar, { description: '使える期限 / Until when it can be used.' })
  expiresAt!: Date;

  @Field(() => [InformationCategoryEnum], { description: '参加すると見える区分 / Classes that can then be seen.' })
  shown!: InformationCategory[];

  @Field(() => [InformationCategoryEnum], { description: '参加しても見えない区分 / Classes that can not.' })
  hidden!: InformationCategory[];
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyInvitationPayload', { description: '招待・取り消しの結果 / Result of inviting or calling off.' })
export class FamilyInvitationPayload {
  @Field(() => FamilyInvitationType, { nullable: true, description: '招待 / The invitation.' })
  familyInvitation!: FamilyInvitationType | null;

  @Field(() => String, {
    nullable: true,
    description: '招待コード。招待したときだけ、一度だけ / The code, when one was just made out; this once.',
  })
  code!: string | null;

  @Field(() => Boolean, {
    description: '同じ招待がもう一度送られた。前のコードは使えない / Sent again: the code before opens nothing any more.',
  })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyLetter', { description: '招待の手紙(PDF) / The letter with the code, as a PDF.' })
export class FamilyLetterType {
  @Field(() => String, { description: 'ファイルの名前 / Name of the file.' })
  fileName!: string;

  @Field(() => String, { description: 'PDF(base64) / The PDF in base64.' })
  base64!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyWelcomePayload', { description: '招待を開いた結果 / Result of opening an invitation.' })
export class FamilyWelcomePayload {
  @Field(() => FamilyWelcomeType, { nullable: true, description: '参加の前に読むこと / What to read before joining.' })
  welcome!: FamilyWelcomeType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyAccountPayload', { description: 'はじめての人のIDの用意の結果 / Result of preparing an ID for somebody new.' })
export class FamilyAccountPayload {
  @Field(() => String, { nullable: true, description: '新しいID / The new ID.' })
  accountName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'はじめての登録のコード。登録を終えているときはnull / Code of the first sign-in; null when that is finished already.',
  })
  enrolmentCode!: string | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('FamilyAcceptPayload', { description: '参加の結果 / Result of joining.' })
export class FamilyAcceptPayload {
  @Field(() => RoomMembershipType, { nullable: true, description: '参加 / The membership.' })
  membership!: RoomMembershipType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
