import { Field, ID, InputType } from 'type-graphql';
import type { ReviewTaskKind, ReviewTaskState } from '../inbox/index.ts';
import { ReviewTaskKindEnum, ReviewTaskStateEnum } from './review-task.type.ts';

@InputType('ReviewTaskFilter', { description: '受付箱のしぼり込み / Narrows the inbox.' })
export class ReviewTaskFilter {
  @Field(() => [ReviewTaskKindEnum], { nullable: true, description: '種類 / Kinds.' })
  kinds?: ReviewTaskKind[] | null;

  @Field(() => [ReviewTaskStateEnum], {
    nullable: true,
    description: '状態。指定しなければ終わっていないもの / States; when absent, what is not closed.',
  })
  states?: ReviewTaskState[] | null;

  @Field(() => ID, { nullable: true, description: '担当の職員 / Officer who has it.' })
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: '期限を過ぎたものだけ / Only what is overdue.' })
  overdueOnly?: boolean | null;

  @Field(() => String, { nullable: true, description: '1行の文の一部 / Part of the title.' })
  query?: string | null;
}
