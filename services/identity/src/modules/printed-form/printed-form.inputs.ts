import { Field, ID, InputType } from 'type-graphql';

@InputType('EnrolmentCodeInput', { description: '手紙にする登録コード / A code to print as a letter.' })
export class EnrolmentCodeInput {
  @Field(() => ID, { description: '本人 / The person.' })
  userId!: string;

  @Field(() => String, { description: '発行したときに表示された登録コード / The code as it was shown when it was made out.' })
  code!: string;
}
