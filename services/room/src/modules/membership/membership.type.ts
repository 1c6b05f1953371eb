/** RoomMembership as the API shows it. */
import { type MemberRole, type MembershipState } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { FacilityType, UserType } from '../foreign/index.ts';

export const MembershipStatusEnum: { [K in MembershipState]: K } = { INVITED: 'INVITED', ACTIVE: 'ACTIVE', LEFT: 'LEFT' };
registerEnumType(MembershipStatusEnum, {
  name: 'MembershipStatus',
  description: '参加の状態 / State of a membership.',
  valuesConfig: {
    INVITED: { description: '招待中 / Invited, not yet accepted.' },
    ACTIVE: { description: '参加中 / Takes part.' },
    LEFT: { description: '退出した / Has left.' },
  },
});

export const RoomRoleEnum: { [K in MemberRole]: K } = {
  CARE_TEAM: 'CARE_TEAM',
  PATIENT: 'PATIENT',
  FAMILY: 'FAMILY',
  CENTER_OBSERVER: 'CENTER_OBSERVER',
};
registerEnumType(RoomRoleEnum, {
  name: 'RoomRole',
  description: '部屋での役割 / Role in a room.',
  valuesConfig: {
    CARE_TEAM: { description: '医療・介護の参加者 / Care team.' },
    PATIENT: { description: '利用者(患者)本人 / The patient.' },
    FAMILY: { description: '家族 / Family.' },
    CENTER_OBSERVER: { description: '支援センターの確認 / Centre officer looking in; always logged.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('RoomMembership', { description: '利用者(患者)部屋の参加者 / A person in a room.' })
export class RoomMembershipType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => UserType, { nullable: true, description: '参加者のID / The person.' })
  user!: UserType | null;

  @Field(() => String, { description: '招待したときの氏名 / Name when invited.' })
  displayName!: string;

  @Field(() => FacilityType, { nullable: true, description: '事業所 / Facility.' })
  facility!: FacilityType | null;

  @Field(() => String, { nullable: true, description: '招待したときの事業所名 / Facility name when invited.' })
  facilityName!: string | null;

  @Field(() => RoomRoleEnum, { description: '役割 / Role.' })
  role!: MemberRole;

  @Field(() => Boolean, { description: '利用者部屋世話役か / Whether this is the steward.' })
  isSteward!: boolean;

  @Directive('@tag(name: "internal")')
  @Field(() => Boolean, {
    description: '参加したときに世話役になる人か(招待中) / Whether the person becomes the steward on joining, while invited.',
  })
  isNextSteward!: boolean;

  @Field(() => MembershipStatusEnum, { description: '状態 / State.' })
  status!: MembershipState;

  @Field(() => DateTimeScalar, { description: '招待した時 / When invited.' })
  invitedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '参加した時 / When joined.' })
  joinedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '退出した時 / When left.' })
  leftAt!: Date | null;

  @Directive('@tag(name: "internal")')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '参加をお願いした最後の時(招待中) / When the person was last asked to come, while invited.',
  })
  remindedAt!: Date | null;

  /** Not in the schema: what other fields are found by. */
  roomId!: string;
  profession!: string | null;
}

@ObjectType('RoomMembershipEdge', { description: '参加者の一覧の要素 / Edge of a list of members.' })
export class RoomMembershipEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => RoomMembershipType, { description: '参加者 / Member.' })
  node!: RoomMembershipType;
}

@ObjectType('RoomMembershipConnection', { description: '参加者の一覧 / List of members.' })
export class RoomMembershipConnection {
  @Field(() => [RoomMembershipEdge], { description: '要素 / Edges.' })
  edges!: RoomMembershipEdge[];

  @Field(() => [RoomMembershipType], { description: '参加者 / Members.' })
  nodes!: RoomMembershipType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数 / Total.' })
  totalCount!: number | null;
}

@ObjectType('RoomMembershipPayload', { description: '参加の変更の結果 / Result of a change of membership.' })
export class RoomMembershipPayload {
  @Field(() => RoomMembershipType, { nullable: true, description: '参加者 / The membership.' })
  membership!: RoomMembershipType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
