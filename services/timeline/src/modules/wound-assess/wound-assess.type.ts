/** What becomes of assessing a wound. */
import { Field, ObjectType } from 'type-graphql';
import { Post, UserError } from '../post/index.ts';
import { WoundAssessment } from '../wound/index.ts';

@ObjectType({ description: 'きずの評価の結果 / The outcome of assessing a wound.' })
export class WoundAssessPayload {
  @Field(() => WoundAssessment, { nullable: true, description: '評価 / The assessment.' })
  wound!: WoundAssessment | null;

  @Field(() => Post, { nullable: true, description: '投稿 / Its post.' })
  post!: Post | null;

  @Field(() => Boolean, { description: '前に届いていた再送 / True when this was a retry of an accepted request.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
