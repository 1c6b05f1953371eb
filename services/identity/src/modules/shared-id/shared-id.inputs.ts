import { Field, InputType, Int } from 'type-graphql';
import type { SharedIdOutcome } from './shared-id-case.entity.ts';
import { SharedIdOutcomeEnum } from './shared-id.type.ts';

@InputType('SharedIdDecideInput', { description: '同時利用の疑いについての判断 / What was found about an ID that may be shared.' })
export class SharedIdDecideInput {
  @Field(() => SharedIdOutcomeEnum, { description: '判断 / The decision.' })
  outcome!: SharedIdOutcome;

  @Field(() => String, { description: '確かめたことと伝えたこと(300文字まで) / What was found and said, at most 300 characters.' })
  note!: string;

  @Field(() => Int, { description: '読み込んだ版 / Version that was read.' })
  expectedVersion!: number;
}
