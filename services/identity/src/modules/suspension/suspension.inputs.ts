import { Field, InputType } from 'type-graphql';

@InputType('UserSuspendInput', { description: 'IDを止める理由 / Why an ID is stopped.' })
export class UserSuspendInput {
  @Field(() => String, { description: '理由(300文字まで) / Reason, at most 300 characters.' })
  reason!: string;
}
