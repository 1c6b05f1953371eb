import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../problem/index.ts';
import type { RecoveryState } from './recovery.policy.ts';

const stateWords: Record<RecoveryState, string> = {
  WAITING: 'お知らせの24時間 / The 24 hours of notice.',
  READY: '復旧コードを使える / The code can be used.',
  COMPLETED: '済んだ / Done.',
  CANCELLED: '取りやめた / Called off.',
  EXPIRED: '期限が過ぎた / The time is up.',
};
const RecoveryStateEnum = Object.fromEntries(Object.keys(stateWords).map((state) => [state, state]));
registerEnumType(RecoveryStateEnum, {
  name: 'RecoveryState',
  description: '復旧の状態 / State of a recovery.',
  valuesConfig: Object.fromEntries(Object.entries(stateWords).map(([state, description]) => [state, { description }])),
});

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('Recovery', {
  description: '対面で本人を確かめて、サインインを取り戻す手続き / Getting a person back in after their identity was proven in person.',
})
export class RecoveryType {
  userId!: string;
  startedBy!: string;
  cancelledAt!: Date | null | undefined;
  completedAt!: Date | null | undefined;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '理由 / Reason.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '始めた時 / When it was begun.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'この時から復旧コードを使える / From when the code can be used.' })
  effectiveAt!: Date;

  @Field(() => DateTimeScalar, { description: 'この時までに使う / Until when the code can be used.' })
  expiresAt!: Date;
}

export { RecoveryStateEnum };

@Directive('@tag(name: "internal")')
@ObjectType('RecoveryStartPayload', { description: '復旧を始めた結果 / Result of beginning a recovery.' })
export class RecoveryStartPayload {
  @Field(() => RecoveryType, { nullable: true, description: '始めた復旧 / The recovery.' })
  recovery!: RecoveryType | null;

  @Field(() => String, {
    nullable: true,
    description: '復旧コード。一度だけ返る。本人に手渡す / The code, returned once, to be handed over in person.',
  })
  code!: string | null;

  @Field(() => Boolean, { description: '同じ要求の再送だった / The same request came again.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('RecoveryCancelPayload', { description: '復旧を取りやめた結果 / Result of calling a recovery off.' })
export class RecoveryCancelPayload {
  @Field(() => RecoveryType, { nullable: true, description: '取りやめた復旧 / The recovery.' })
  recovery!: RecoveryType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
