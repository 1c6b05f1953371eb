import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import { type AuthenticationMethod, AuthenticationMethodEnum } from '../session/index.ts';
import type { ReasonKind, SharedIdOutcome } from './shared-id-case.entity.ts';

export const SharedIdOutcomeEnum = describedEnum<SharedIdOutcome>('SharedIdOutcome', '同時利用の疑いの判断 / What came of it.', {
  ONE_PERSON: '1人で使っていた / It was one person.',
  SHARED_ADVISED: '複数人で使っていたので、指導した / It was shared; they were told not to.',
  SHARED_STOPPED: '複数人で使っていたので、IDを止めた / It was shared; the ID is stopped.',
});

export const SharedIdReasonKindEnum = describedEnum<ReasonKind>('SharedIdReasonKind', '疑いの理由 / Why it looks shared.', {
  TWO_NETWORKS: '別々のネットワークの2台が同時に使われた / Two devices at once on two networks.',
  BACK_AND_FORTH: '2台が短い間に交互に使われた / To and fro between them within half an hour.',
  ONGOING: '2台が交互に使われ続けた / To and fro, on and on.',
  TWO_FACILITIES: '2つの事業所の端末が同時に使われた / Devices of two facilities at the same moment.',
  MIXED_FACTORS: '機種ごとに本人確認の方法が違う / Another way of proving oneself on each kind of device.',
});

@Directive('@tag(name: "internal")')
@ObjectType('SharedIdReason', { description: '疑いの理由 / One reason.' })
export class SharedIdReasonType {
  @Field(() => SharedIdReasonKindEnum, { description: '種類 / Kind.' })
  kind!: ReasonKind;

  @Field(() => Int, { description: '1時間の間の回数 / How often within an hour.' })
  count!: number;

  @Field(() => DateTimeScalar, { description: '最初の時 / First seen.' })
  firstAt!: string;

  @Field(() => DateTimeScalar, { description: '最後の時 / Last seen.' })
  lastAt!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('SharedIdUse', { description: '使われた時とネットワーク / One sign of use.' })
export class SharedIdUseType {
  @Field(() => DateTimeScalar, { description: '使われた時 / When.' })
  at!: Date;

  @Field(() => Int, {
    description: 'ネットワークの番号。同じ番号は同じネットワーク / Number of the network; the same number is the same one.',
  })
  network!: number;

  @Field(() => String, { nullable: true, description: '下位を伏せた接続元 / Masked network address.' })
  networkHint!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('SharedIdLane', { description: '1台の端末(または1つのブラウザー)が使われた様子 / The use of one device or browser.' })
export class SharedIdLaneType {
  facilityId!: string | null;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'ブラウザーと機種 / Browser and system.' })
  label!: string | null;

  @Field(() => String, { nullable: true, description: '登録された端末の名前。登録がなければnull / Name of the registered device, if any.' })
  deviceName!: string | null;

  @Field(() => [AuthenticationMethodEnum], { description: 'サインインに使われた方法 / Methods used to sign in.' })
  methods!: AuthenticationMethod[];

  @Field(() => Boolean, { description: '今もサインインしている / Whether it is still signed in.' })
  isSignedIn!: boolean;

  @Field(() => [SharedIdUseType], { description: '使われた時。古い順 / Signs of use, oldest first.' })
  uses!: SharedIdUseType[];
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('SharedIdCase', {
  description:
    '1つのIDが複数人に使われている疑い。センターが確かめる / An ID that may be used by several people, for the center to look into.',
})
export class SharedIdCaseType {
  userId!: string;
  districtId!: string;
  decidedBy?: string | null;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => [SharedIdReasonType], { description: '理由 / Reasons.' })
  reasons!: SharedIdReasonType[];

  @Field(() => DateTimeScalar, { description: '見つかった時 / When it was noticed.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: '最後に見られた時 / When it was seen last.' })
  lastSeenAt!: Date;

  @Field(() => SharedIdOutcomeEnum, { nullable: true, description: '判断。まだならnull / The decision; null while open.' })
  outcome?: SharedIdOutcome | null;

  @Field(() => String, { nullable: true, description: '確かめたことと伝えたこと / What was found and said.' })
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '判断した時 / When it was decided.' })
  decidedAt?: Date | null;

  @Field(() => Int, { description: '版 / Version.' })
  version!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('SharedIdDecidePayload', { description: '判断の結果 / Result of a decision.' })
export class SharedIdDecidePayload {
  @Field(() => SharedIdCaseType, { nullable: true, description: '疑い / The case.' })
  sharedIdCase!: SharedIdCaseType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
