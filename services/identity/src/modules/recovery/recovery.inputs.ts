import { Field, ID, InputType } from 'type-graphql';

@InputType('RecoveryStartInput', { description: '復旧を始める / Begins a recovery.' })
export class RecoveryStartInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => String, {
    description: '理由と、どう本人を確かめたか(300文字まで) / Reason, and how the person was recognised; at most 300 characters.',
  })
  reason!: string;
}
