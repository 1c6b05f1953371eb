import { Field, ID, InputType } from 'type-graphql';

@InputType('EnrolmentReissueInput', { description: '登録コードを出し直す / Makes out another enrolment code.' })
export class EnrolmentReissueInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;
}
