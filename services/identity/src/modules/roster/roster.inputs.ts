import { Field, ID, InputType, Int } from 'type-graphql';
import type { RosterAnswer } from './roster.entity.ts';
import { RosterAnswerEnum } from './roster.type.ts';

@InputType('RosterEntryInput', { description: '1人についての答え / The answer for one person.' })
export class RosterEntryInput {
  @Field(() => ID, { description: '職員 / The person.' })
  userId!: string;

  @Field(() => RosterAnswerEnum, { description: '答え / Answer.' })
  answer!: RosterAnswer;

  @Field(() => String, { nullable: true, description: 'メモ(300文字まで) / Note, at most 300 characters.' })
  note?: string | null;
}

@InputType('RosterConfirmInput', { description: '今の職員全員についての答え / Answers for everybody who works there today.' })
export class RosterConfirmInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。確認の識別子になる / Client-made UUIDv7, becomes the id.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: '年 / Year.' })
  year!: number;

  @Field(() => Int, { description: '見ていた版。初めてなら0 / Version that was seen; 0 before the first.' })
  expectedVersion!: number;

  @Field(() => [RosterEntryInput], { description: '一人ひとりの答え(500人まで) / An answer for each person, at most 500.' })
  entries!: RosterEntryInput[];
}
